package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.BuildOrder;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import java.util.ArrayList;
import java.util.List;

/**
 * Evidence of a build that has findings, and the last one of the same name and directory before that build.
 *
 * @param evidence the evidence
 * @param earlier what it is compared with; null when there is nothing
 */
record ComparedEvidence(Evidence evidence, @CheckForNull Evidence earlier) {
    /** Whether its findings are all that there were. */
    private static final Fact.Cases<Boolean> COUNTS = new Fact.Cases<>(
            Fact.Scan::counts,
            Fact.Document::counts,
            attestation -> false,
            approval -> false,
            pipeline -> false,
            plan -> false);

    /** The evidence of a build that can have findings, in order of sequence. */
    static List<ComparedEvidence> of(List<Evidence> all, String build) {
        List<ComparedEvidence> compared = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Evidence each = all.get(i);
            if (each.origin().build().equals(build) && hasFindings(each)) {
                compared.add(new ComparedEvidence(each, earlier(all, i)));
            }
        }
        return compared;
    }

    private static boolean hasFindings(Evidence evidence) {
        boolean kind = evidence.kind() == EvidenceKind.SCAN || evidence.kind() == EvidenceKind.REPORT;
        return kind && !evidence.reports().isEmpty();
    }

    @CheckForNull
    private static Evidence earlier(List<Evidence> all, int index) {
        Evidence of = all.get(index);
        for (int i = index - 1; i >= 0; i--) {
            Evidence each = all.get(i);
            if (each.name().equals(of.name())
                    && directory(each).equals(directory(of))
                    && BuildOrder.isBefore(each.origin().build(), of.origin().build())
                    && each.integrity() instanceof Evidence.Integrity.Verified
                    && each.fact().match(COUNTS)) {
                return each;
            }
        }
        return null;
    }

    /** What a scan looked at; empty for all of the workspace, and for other evidence. */
    private static String directory(Evidence evidence) {
        return evidence.fact() instanceof Fact.Scan scan ? scan.directory() : "";
    }
}
