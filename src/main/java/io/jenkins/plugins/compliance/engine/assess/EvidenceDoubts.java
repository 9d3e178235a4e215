package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import java.util.ArrayList;
import java.util.List;

/** Whether evidence can be relied on at all: it is what it was signed as, and what it speaks of ran to its end. */
final class EvidenceDoubts {
    private EvidenceDoubts() {}

    /** Why the evidence can't be relied on; empty when it can. */
    static List<String> doubts(Evidence evidence) {
        List<String> doubts = new ArrayList<>();
        if (evidence.integrity() instanceof Evidence.Integrity.Broken broken) {
            broken.reasons().forEach(reason -> doubts.add("evidence " + evidence.sequence() + ": " + reason));
        }
        if (evidence.fact() instanceof Fact.Scan scan && !scan.counts()) {
            scan.reasons().forEach(reason -> doubts.add(scan.tool() + ": " + reason));
            if (scan.reasons().isEmpty()) {
                doubts.add(scan.tool() + ": its run does not count");
            }
        }
        if (evidence.fact() instanceof Fact.Document document && !document.counts()) {
            document.reasons().forEach(reason -> doubts.add(evidence.name() + ": " + reason));
            if (document.reasons().isEmpty()) {
                doubts.add(evidence.name() + ": its report does not count");
            }
        }
        for (ReportFact report : evidence.reports()) {
            if (!report.complete()) {
                doubts.add("evidence " + evidence.sequence() + ": the " + report.format() + " report is incomplete"
                        + (report.problems().isEmpty()
                                ? ""
                                : " (" + report.problems().get(0) + ")"));
            }
        }
        return doubts;
    }
}
