package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.record.clock.MomentText;
import io.jenkins.plugins.compliance.record.waiver.JobWaiver;
import java.time.Instant;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * A waiver in a table.
 *
 * @param id its id
 * @param procedure link to the procedure whose outcome it covers
 * @param when tags of the applications that it covers; empty for any
 * @param reason why the deviation is accepted
 * @param requester who asked for it
 * @param requested when
 * @param until first moment after its validity
 * @param state what became of it, or {@code expired}
 * @param decider who decided on it last; null when nobody did
 * @param decided when; null when nobody did
 * @param note what the decider said; null when nothing
 * @param url its address, relative to the root of Jenkins
 */
@ExportedBean(defaultVisibility = 9)
@Restricted(NoExternalUse.class)
public record WaiverRow(
        @Exported String id,
        @Exported Link procedure,
        @Exported String when,
        @Exported String reason,
        @Exported String requester,
        MomentText requested,
        MomentText until,
        @Exported String state,
        @Exported @CheckForNull String decider,
        @CheckForNull MomentText decided,
        @Exported @CheckForNull String note,
        @Exported String url) {
    /** State of a waiver whose time is over. */
    static final String EXPIRED = "expired";

    static WaiverRow of(JobWaiver waiver, CompliancePages home, Instant now) {
        Link procedure = home.shown()
                .chain()
                .procedure(waiver.procedure())
                .map(home.shown()::link)
                .orElseGet(() -> new Link(waiver.procedure(), waiver.procedure(), "", null));
        return new WaiverRow(
                waiver.id(),
                procedure,
                String.valueOf(waiver.when()),
                waiver.reason(),
                waiver.requester(),
                new MomentText(waiver.requestedAt()),
                new MomentText(waiver.until()),
                state(waiver, now),
                waiver.decider(),
                MomentText.ofNullable(waiver.decidedAt()),
                waiver.note(),
                home.urls().waiver(waiver.id()));
    }

    static String state(JobWaiver waiver, Instant now) {
        boolean open = waiver.state() == JobWaiver.State.APPROVED || waiver.state() == JobWaiver.State.REQUESTED;
        return open && !now.isBefore(waiver.until()) ? EXPIRED : waiver.state().id();
    }

    static String words(String state) {
        return switch (state) {
            case "requested" -> Messages.Waiver_requested();
            case "approved" -> Messages.Waiver_approved();
            case "rejected" -> Messages.Waiver_rejected();
            case "revoked" -> Messages.Waiver_revoked();
            case EXPIRED -> Messages.Waiver_expired();
            default -> state;
        };
    }

    /** The state in the reader's language. */
    public String stateWords() {
        return words(state);
    }

    /** Its shape. */
    public String icon() {
        String shape = switch (state) {
            case "requested" -> "hourglass";
            case "approved" -> "shield-half";
            case "rejected" -> "close-circle";
            case "revoked" -> "arrow-undo";
            default -> "time";
        };
        return "symbol-" + shape + "-outline plugin-ionicons-api";
    }

    /** When it was asked for, ISO 8601. */
    @Exported
    public String requestedAt() {
        return requested.moment().toString();
    }

    /** First moment after its validity, ISO 8601. */
    @Exported(name = "until")
    public String untilIso() {
        return until.moment().toString();
    }

    /** When it was decided on last, ISO 8601; null when it was not. */
    @Exported
    @CheckForNull
    public String decidedAt() {
        return decided == null ? null : decided.moment().toString();
    }
}
