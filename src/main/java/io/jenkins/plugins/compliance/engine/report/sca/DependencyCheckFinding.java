package io.jenkins.plugins.compliance.engine.report.sca;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.report.Problem;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.FindingBuilder;
import io.jenkins.plugins.compliance.engine.report.finding.SeverityScale;
import java.util.Set;

/** What a vulnerability of OWASP dependency-check means, whether it was written in JSON or XML. */
final class DependencyCheckFinding {
    private static final String TOOL = "dependency-check";

    private DependencyCheckFinding() {}

    /** The members of a dependency that are not needed, and large. */
    static final Set<String> LARGE =
            Set.of("evidenceCollected", "relatedDependencies", "references", "vulnerableSoftware");

    static Finding of(ElementTree dependency, ElementTree found, boolean suppressed) {
        String id = found.require("name");
        FindingBuilder finding = new FindingBuilder(TOOL, id)
                .title(id)
                .message(found.firstText("description", "notes"))
                .severity(SeverityScale.WORDS.of(found.text("severity")))
                .path(dependency.firstText("filePath", "fileName"))
                .component(purl(dependency), dependency.text("fileName"), null)
                .advisory(id)
                .score(number(found, "cvssv4", "cvssV4", "baseScore"))
                .score(number(found, "cvssv3", "cvssV3", "baseScore"))
                .cwes(found.texts("cwes", "cwe"))
                .suppressed(suppressed ? found.text("notes", "suppressed") : null);
        if (!found.has("cvssv3") && !found.has("cvssV3")) {
            finding.score(number(found, "cvssv2", "cvssV2", "score")).score(found.number("cvssScore"));
        }
        if (found.has("cwe")) {
            finding.cwe(found.text("cwe"), CweClaim.Basis.FIELD);
        }
        return finding.build();
    }

    private static @CheckForNull Double number(ElementTree found, String json, String xml, String score) {
        ElementTree rating = found.at(found.has(json) ? json : xml);
        return rating.number(score);
    }

    private static @CheckForNull String purl(ElementTree dependency) {
        for (ElementTree identifier : dependency.list("packages")) {
            String id = identifier.text("id");
            if (id != null) {
                return id;
            }
        }
        for (ElementTree identifier : dependency.at("identifiers").list("package")) {
            String id = identifier.text("id");
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    /** The report's own list of what went wrong while it analysed. */
    static void errors(ElementTree scanInfo, ReportCollector collector) {
        for (ElementTree entry : scanInfo.list("analysisExceptions", "exception")) {
            ElementTree exception = entry.has("exception") ? entry.at("exception") : entry;
            collector.problem(
                    Problem.Kind.TOOL_ERROR,
                    "scanInfo.analysisExceptions",
                    exception.text("message", "the analysis of a dependency failed"));
        }
    }
}
