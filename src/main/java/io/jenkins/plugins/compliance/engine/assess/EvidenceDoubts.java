package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.util.ArrayList;
import java.util.List;

/** Whether evidence can be relied on at all: it is what it was signed as, and what it speaks of ran to its end. */
final class EvidenceDoubts {
    private EvidenceDoubts() {}

    /** Why the evidence can't be relied on; empty when it can. */
    static List<Phrase> doubts(Evidence evidence) {
        List<Phrase> doubts = new ArrayList<>();
        if (evidence.integrity() instanceof Evidence.Integrity.Broken broken) {
            broken.reasons()
                    .forEach(reason -> doubts.add(
                            OutcomeReason.EVIDENCE_BROKEN.of(evidence.ref().argument(), reason)));
        }
        if (evidence.fact() instanceof Fact.Scan scan && !scan.counts()) {
            doubts(scan.tool(), scan.reasons(), OutcomeReason.RUN_DOES_NOT_COUNT, doubts);
        }
        if (evidence.fact() instanceof Fact.Document document && !document.counts()) {
            doubts(evidence.name(), document.reasons(), OutcomeReason.REPORT_DOES_NOT_COUNT, doubts);
        }
        for (ReportFact report : evidence.reports()) {
            if (!report.complete()) {
                doubts.add(OutcomeReason.REPORT_INCOMPLETE.of(
                        evidence.ref().argument(),
                        report.format(),
                        report.problems().isEmpty() ? null : report.problems().get(0)));
            }
        }
        return doubts;
    }

    private static void doubts(String of, List<Phrase> reasons, OutcomeReason otherwise, List<Phrase> doubts) {
        reasons.forEach(reason -> doubts.add(OutcomeReason.RUN_IN_DOUBT.of(of, reason)));
        if (reasons.isEmpty()) {
            doubts.add(OutcomeReason.RUN_IN_DOUBT.of(of, otherwise.of()));
        }
    }
}
