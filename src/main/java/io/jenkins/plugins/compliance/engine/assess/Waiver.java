package io.jenkins.plugins.compliance.engine.assess;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import java.time.Instant;

/**
 * An accepted deviation.
 *
 * @param id id, unique among waivers
 * @param procedure id of the procedure whose outcome it covers
 * @param job full name of the job that it covers, a trailing {@code *} matches the rest; null for any
 * @param when tags of the applications that it covers
 * @param reason why the deviation is accepted
 * @param requester who asked for it
 * @param approver who approved it; never the requester
 * @param from first moment of validity
 * @param until first moment after its validity
 */
public record Waiver(
        String id,
        String procedure,
        @CheckForNull String job,
        Selector when,
        String reason,
        String requester,
        String approver,
        Instant from,
        Instant until) {

    /**
     * Checks what no waiver may lack.
     *
     * @throws IllegalArgumentException when requester and approver are the same, the reason is blank, or it ends before it begins
     */
    public Waiver {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("waiver " + id + " has no reason");
        }
        if (requester.strip().equalsIgnoreCase(approver.strip())) {
            throw new IllegalArgumentException("waiver " + id + " is approved by its own requester, " + requester
                    + "; another person must approve it");
        }
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException(
                    "waiver " + id + " ends (" + until + ") before it begins (" + from + ")");
        }
    }

    /** Whether it is in force at a moment. */
    public boolean inForce(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }
}
