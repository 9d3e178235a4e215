package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.report.cwe.CweCatalog;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import io.jenkins.plugins.compliance.engine.wording.Argument;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Holds counts of findings against thresholds. */
final class ThresholdCheck {
    private ThresholdCheck() {}

    /** Which thresholds are exceeded; empty when all hold. */
    static List<Phrase> exceeded(Check.Thresholds thresholds, List<Evidence> evidence) {
        boolean newOnly = thresholds.newOnly();
        List<Phrase> exceeded = new ArrayList<>();
        thresholds.max().forEach((severity, most) -> {
            long found = count(evidence, thresholds, cell -> cell.severity() == severity);
            if (found > most) {
                exceeded.add((newOnly ? OutcomeReason.NEW_FINDINGS_OF_SEVERITY : OutcomeReason.FINDINGS_OF_SEVERITY)
                        .of(found, Argument.term(severity.id()), most));
            }
        });
        thresholds.maxCwe().forEach((cwe, most) -> {
            long found = count(
                    evidence,
                    thresholds,
                    cell -> cell.cwes().stream()
                            .anyMatch(each -> CweCatalog.standard().isA(each, cwe)));
            if (found > most) {
                exceeded.add((newOnly ? OutcomeReason.NEW_FINDINGS_OF_WEAKNESS : OutcomeReason.FINDINGS_OF_WEAKNESS)
                        .of(found, cwe, most));
            }
        });
        return exceeded;
    }

    private static long count(List<Evidence> evidence, Check.Thresholds thresholds, Predicate<Tally.Cell> counted) {
        long count = 0;
        for (Evidence each : evidence) {
            for (ReportFact report : each.reports()) {
                for (Tally.Cell cell : report.tally().cells()) {
                    // A finding whose age is unknown counts as new: with nothing to compare with, nothing excuses it.
                    if (counted.test(cell) && (!thresholds.newOnly() || cell.age() != Tally.Age.OUTSTANDING)) {
                        count += cell.count();
                    }
                }
            }
        }
        return count;
    }
}
