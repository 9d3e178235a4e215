package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.ReportFact;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.report.CweTable;
import io.jenkins.plugins.compliance.engine.report.Severity;
import io.jenkins.plugins.compliance.engine.report.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Holds counts of findings against thresholds. */
final class ThresholdCheck {
    private ThresholdCheck() {}

    /** Which thresholds are exceeded, each one sentence; empty when all hold. */
    static List<String> exceeded(Check.Thresholds thresholds, List<Evidence> evidence) {
        List<Tally.Cell> cells = evidence.stream()
                .flatMap(each -> each.reports().stream())
                .map(ReportFact::tally)
                .flatMap(tally -> tally.cells().stream())
                // A finding whose age is unknown counts as new: with nothing to compare with, nothing excuses it.
                .filter(cell -> !thresholds.newOnly() || cell.age() != Tally.Age.OUTSTANDING)
                .toList();
        String which = thresholds.newOnly() ? "new " : "";
        List<String> exceeded = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            Integer most = thresholds.max().get(severity);
            if (most != null) {
                long found = count(cells, cell -> cell.severity() == severity);
                if (found > most) {
                    exceeded.add(found + " " + which + severity.id() + " findings, at most " + most + " allowed");
                }
            }
        }
        new TreeMap<>(thresholds.maxCwe()).forEach((cwe, most) -> {
            long found = count(
                    cells,
                    cell -> cell.cwes().stream()
                            .anyMatch(each -> CweTable.standard().isA(each, cwe)));
            if (found > most) {
                exceeded.add(found + " " + which + "findings of CWE-" + cwe + ", at most " + most + " allowed");
            }
        });
        return exceeded;
    }

    private static long count(List<Tally.Cell> cells, Predicate<Tally.Cell> counted) {
        return cells.stream().filter(counted).mapToLong(Tally.Cell::count).sum();
    }
}
