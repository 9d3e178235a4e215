package io.jenkins.plugins.compliance.engine.evidence.ledger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.form.LedgerHead;
import java.util.List;

/**
 * What a verification found.
 *
 * @param verdict what it comes to
 * @param head the head; null when there is none that can be read. To be believed only when the verdict is
 *     {@link Verdict#HELD}
 * @param checked how much was looked at
 * @param problems what was found, notes included, in the order of the ledger; at most
 *     {@link io.jenkins.plugins.compliance.engine.io.Limits#problems()} of them
 * @param problemCount how many there were in all
 * @param evidence the entries in the order of the ledger, each with its integrity; empty when only verification was asked for
 */
public record Verification(
        Verdict verdict,
        @CheckForNull LedgerHead head,
        Checked checked,
        List<VerifyProblem> problems,
        long problemCount,
        List<Evidence> evidence) {

    /** Takes copies of the lists. */
    public Verification {
        problems = List.copyOf(problems);
        evidence = List.copyOf(evidence);
    }

    /**
     * How much was looked at.
     *
     * @param entries entries of the ledger
     * @param bytes bytes of the ledger
     * @param signatures signatures that were checked, good ones and bad ones
     * @param files kept files whose digest was computed
     * @param filesNotIncluded kept files that a bundle leaves out, as it says itself
     */
    public record Checked(long entries, long bytes, long signatures, long files, long filesNotIncluded) {}
}
