package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.assess.DetailsSource;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * Findings of one severity in a build, as its evidence counts them.
 *
 * @param severity the severity
 * @param total how many
 * @param fresh how many were not in the last evidence of the same tool; null when there is nothing to compare with
 * @param fixed how many were in the last evidence of the same tool and are not any more; null when there is nothing to compare
 *     with
 */
@ExportedBean(defaultVisibility = 9)
@Restricted(NoExternalUse.class)
public record SeverityRow(
        @Exported String severity,
        @Exported long total,
        @Exported(name = "new") @CheckForNull Long fresh,
        @Exported @CheckForNull Long fixed) {

    /** One row for each severity, worst first; none when no evidence has findings to speak of. */
    static List<SeverityRow> of(List<ComparedEvidence> evidence, DetailsSource details) {
        if (evidence.isEmpty()) {
            return List.of();
        }
        List<ComparedCounts> compared = new ArrayList<>();
        for (ComparedEvidence each : evidence) {
            ComparedCounts counts = ComparedCounts.of(each, details);
            if (counts != null) {
                compared.add(counts);
            }
        }
        List<SeverityRow> rows = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long total = evidence.stream()
                    .mapToLong(each -> ComparedCounts.count(each.evidence(), severity, null))
                    .sum();
            rows.add(new SeverityRow(
                    severity.id(),
                    total,
                    compared.isEmpty() ? null : sum(compared, counts -> counts.fresh(), severity),
                    compared.isEmpty() ? null : sum(compared, counts -> counts.fixed(), severity)));
        }
        return rows;
    }

    private static long sum(
            List<ComparedCounts> compared, Function<ComparedCounts, Map<Severity, Long>> which, Severity severity) {
        return compared.stream()
                .mapToLong(each -> which.apply(each).getOrDefault(severity, 0L))
                .sum();
    }

    /** The severity in the reader's language. */
    public String words() {
        return Words.severity(severity);
    }
}
