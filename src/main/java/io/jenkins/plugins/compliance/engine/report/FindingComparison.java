package io.jenkins.plugins.compliance.engine.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.FingerprintSet;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares the findings of one reading with those of the last evidence of the same tool: which are new, which are outstanding,
 * which are gone. Only findings that {@link Finding.State#counts() count} take part, on both sides: one whose suppression was
 * lifted is new. Keeps at most 48 bytes for each earlier finding. Confined to the thread of its reading.
 */
public final class FindingComparison {
    private final @CheckForNull FingerprintSet earlier;
    private final BitSet foundAgain = new BitSet();

    private FindingComparison(@CheckForNull FingerprintSet earlier) {
        this.earlier = earlier;
    }

    /** There is no earlier evidence: every age is unknown. */
    public static FindingComparison none() {
        return new FindingComparison(null);
    }

    /** Compares with the findings that were collected from earlier evidence. */
    public static FindingComparison with(Earlier earlier) {
        return new FindingComparison(earlier.fingerprints);
    }

    /** Collects the findings of earlier evidence; give it to the reader of the details that were kept of it. */
    public static final class Earlier implements ReportSink {
        private final FingerprintSet fingerprints = new FingerprintSet();

        @Override
        public void finding(Finding finding) {
            if (finding.state().counts()) {
                fingerprint(finding.fingerprint());
            }
        }

        /** Adds the fingerprint of an earlier finding; what is no fingerprint is left out. */
        public void fingerprint(String fingerprint) {
            if (FingerprintSet.isFingerprint(fingerprint)) {
                fingerprints.add(fingerprint);
            }
        }
    }

    /** The age of a finding of this reading. */
    public Tally.Age age(Finding finding) {
        if (earlier == null || !finding.state().counts()) {
            return Tally.Age.UNKNOWN;
        }
        String fingerprint = finding.fingerprint();
        int slot = FingerprintSet.isFingerprint(fingerprint) ? earlier.slotOf(fingerprint) : -1;
        if (slot < 0) {
            return Tally.Age.NEW;
        }
        foundAgain.set(slot);
        return Tally.Age.OUTSTANDING;
    }

    /** How many earlier findings were not found again so far; 0 when there is no earlier evidence. */
    public int fixed() {
        return earlier == null ? 0 : earlier.size() - foundAgain.cardinality();
    }

    /** The fingerprints of the earlier findings that were not found again so far, ascending. */
    public List<String> fixedFingerprints() {
        if (earlier == null) {
            return List.of();
        }
        return IntStream.range(0, earlier.slots())
                .filter(slot -> !foundAgain.get(slot))
                .mapToObj(earlier::at)
                .filter(fingerprint -> !fingerprint.isEmpty())
                .sorted()
                .toList();
    }
}
