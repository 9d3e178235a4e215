package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;

/**
 * How bad a result is. A {@code security-severity} decides, as CVSS v3.1 rates scores; a score of zero means that the tool has not
 * rated it. Without one the level decides: error is high, warning medium, note low, none info. Ranks of different tools can't be
 * compared (section 3.27.25), so that a rank only lifts an error of the tool's topmost tenth to critical.
 */
final class SarifSeverity {
    private static final double TOPMOST = 90.0;

    private SarifSeverity() {}

    static Severity of(Finding.Kind kind, Level level, double rank, @CheckForNull Double score) {
        boolean harmless =
                kind == Finding.Kind.PASS || kind == Finding.Kind.NOT_APPLICABLE || kind == Finding.Kind.INFORMATIONAL;
        if (harmless) {
            return Severity.INFO;
        }
        if (score != null && score > 0) {
            return Severity.ofCvss(score);
        }
        return switch (level) {
            case ERROR -> rank >= TOPMOST ? Severity.CRITICAL : Severity.HIGH;
            case WARNING -> Severity.MEDIUM;
            case NOTE -> Severity.LOW;
            case NONE -> Severity.INFO;
        };
    }
}
