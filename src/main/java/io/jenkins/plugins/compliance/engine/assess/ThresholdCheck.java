package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.report.cwe.CweCatalog;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Holds counts of findings against thresholds. */
final class ThresholdCheck {
    private ThresholdCheck() {}

    /** Which thresholds are exceeded, each one sentence; empty when all hold. */
    static List<String> exceeded(Check.Thresholds thresholds, List<Evidence> evidence) {
        String which = thresholds.newOnly() ? "new " : "";
        List<String> exceeded = new ArrayList<>();
        thresholds.max().forEach((severity, most) -> {
            long found = count(evidence, thresholds, cell -> cell.severity() == severity);
            if (found > most) {
                exceeded.add(found + " " + which + severity.id() + " findings, at most " + most + " allowed");
            }
        });
        thresholds.maxCwe().forEach((cwe, most) -> {
            long found = count(
                    evidence,
                    thresholds,
                    cell -> cell.cwes().stream()
                            .anyMatch(each -> CweCatalog.standard().isA(each, cwe)));
            if (found > most) {
                exceeded.add(found + " " + which + "findings of CWE-" + cwe + ", at most " + most + " allowed");
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
