package io.jenkins.plugins.compliance.record.waiver;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.assess.Waiver;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * A waiver of a job, from the request on.
 *
 * @param id id, unique within the job
 * @param procedure id of the procedure whose outcome it is to cover
 * @param when tags of the applications that it is to cover
 * @param reason why the deviation should be accepted
 * @param requester who asked for it
 * @param requestedAt when
 * @param until first moment after its validity
 * @param state what became of it
 * @param decider who decided on it last; null when nobody did
 * @param decidedAt when; null when nobody did
 * @param note what the decider said; null when nothing
 * @param approver who approved it; null when nobody did
 * @param approvedAt when; null when nobody did
 */
@Restricted(NoExternalUse.class)
public record JobWaiver(
        String id,
        String procedure,
        Selector when,
        String reason,
        String requester,
        Instant requestedAt,
        Instant until,
        State state,
        @CheckForNull String decider,
        @CheckForNull Instant decidedAt,
        @CheckForNull String note,
        @CheckForNull String approver,
        @CheckForNull Instant approvedAt) {

    /** What became of a request. */
    public enum State {
        /** Nobody has decided yet. */
        REQUESTED,
        /** Somebody else than the requester approved it. */
        APPROVED,
        /** It was turned down. */
        REJECTED,
        /** It was taken back before its end. */
        REVOKED;

        /** The word used in JSON. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it is in force at a moment. */
    public boolean inForce(Instant moment) {
        return waiver().filter(each -> each.inForce(moment)).isPresent();
    }

    /** The waiver as judges know it, with the time in which it is or was in force; empty when it never was. */
    public Optional<Waiver> waiver() {
        String by = approver;
        Instant from = approvedAt;
        if (by == null || from == null) {
            return Optional.empty();
        }
        Instant revoked = state == State.REVOKED ? decidedAt : null;
        Instant end = revoked != null && revoked.isBefore(until) ? revoked : until;
        return end.isAfter(from)
                ? Optional.of(new Waiver(id, procedure, null, when, reason, requester, by, from, end))
                : Optional.empty();
    }
}
