package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Whether evidence can be relied on at all: it is what it was signed as, and what it speaks of ran to its end. */
final class EvidenceDoubts {
    /** Why what was observed does not count, where that can be. */
    private static final Fact.Cases<Function<Evidence, List<Phrase>>> UNCOUNTED = new Fact.Cases<>(
            scan -> evidence -> scan(scan),
            document -> evidence -> document(document, evidence),
            attestation -> evidence -> List.of(),
            approval -> evidence -> List.of(),
            pipeline -> evidence -> List.of(),
            plan -> evidence -> List.of());

    private EvidenceDoubts() {}

    /** Why the evidence can't be relied on; empty when it can. */
    static List<Phrase> doubts(Evidence evidence) {
        List<Phrase> doubts = new ArrayList<>();
        if (evidence.integrity() instanceof Evidence.Integrity.Broken broken) {
            broken.reasons()
                    .forEach(reason -> doubts.add(
                            OutcomeReason.EVIDENCE_BROKEN.of(evidence.ref().argument(), reason)));
        }
        doubts.addAll(evidence.fact().match(UNCOUNTED).apply(evidence));
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

    private static List<Phrase> scan(Fact.Scan scan) {
        return scan.counts() ? List.of() : uncounted(scan.tool(), scan.reasons(), OutcomeReason.RUN_DOES_NOT_COUNT);
    }

    private static List<Phrase> document(Fact.Document document, Evidence evidence) {
        return document.counts()
                ? List.of()
                : uncounted(evidence.name(), document.reasons(), OutcomeReason.REPORT_DOES_NOT_COUNT);
    }

    private static List<Phrase> uncounted(String of, List<Phrase> reasons, OutcomeReason otherwise) {
        List<Phrase> stated = reasons.isEmpty() ? List.of(otherwise.of()) : reasons;
        return stated.stream()
                .map(reason -> OutcomeReason.RUN_IN_DOUBT.of(of, reason))
                .toList();
    }
}
