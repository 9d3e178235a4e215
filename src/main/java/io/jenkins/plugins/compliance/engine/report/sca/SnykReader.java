package io.jenkins.plugins.compliance.engine.report.sca;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.IncompleteReportException;
import io.jenkins.plugins.compliance.engine.report.JsonReport;
import io.jenkins.plugins.compliance.engine.report.Problem;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.Sample;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.FindingBuilder;
import io.jenkins.plugins.compliance.engine.report.finding.SeverityScale;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Snyk's JSON of open source, containers and infrastructure as code: one project, or an array of them. A result is an entry of
 * {@code vulnerabilities}, of {@code infrastructureAsCodeIssues}, or, ignored by the user, of {@code filtered.ignore}; those
 * of the applications in a container included.
 */
public final class SnykReader implements ReportReader {
    private static final String TOOL = "snyk";

    @Override
    public String format() {
        return "snyk";
    }

    @Override
    public String title() {
        return "Snyk JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return (sample.isObject() || sample.isList())
                && !sample.has("bomFormat")
                && (sample.has("vulnerabilities", "ok")
                        || sample.has("vulnerabilities") && sample.head().contains("\"SNYK-")
                        || sample.has("ok", "error", "path")
                        || sample.has("infrastructureAsCodeIssues"));
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            Walk walk = new Walk(report);
            if (report.atArray()) {
                report.eachObject(walk::project);
            } else {
                walk.project();
            }
            collector.run(new ToolRun(
                    TOOL,
                    null,
                    collector.results(),
                    walk.failed ? Boolean.FALSE : null,
                    walk.counted ? Long.valueOf(walk.dependencies) : null,
                    walk.counted ? "dependencies" : null));
        });
    }

    private static final class Walk {
        private final JsonReport report;
        private long dependencies;
        private boolean counted;
        private boolean failed;

        Walk(JsonReport report) {
            this.report = report;
        }

        void project() throws IOException {
            String where = report.json().path();
            ElementTree project = report.outline(
                    Set.of("ok", "error", "message", "path", "dependencyCount", "projectName"),
                    Map.of(
                            "vulnerabilities", before -> report.findings(found -> vulnerability(found, null)),
                            "infrastructureAsCodeIssues",
                                    before -> report.findings(found -> configuration(before, found)),
                            "filtered", before -> filtered(),
                            "applications", before -> report.eachObject(this::project)));
            if (project.has("error")) {
                failed = true;
                report.collector()
                        .problem(
                                Problem.Kind.TOOL_ERROR,
                                where,
                                project.text("path", "the project") + ": " + error(project));
            } else if (!project.has("vulnerabilities") && !project.has("infrastructureAsCodeIssues")) {
                throw new IncompleteReportException(
                        (where.isEmpty() ? "" : where + " ") + "has no \"vulnerabilities\": not a whole Snyk report");
            }
            if (project.has("dependencyCount")) {
                counted = true;
                dependencies += project.integer("dependencyCount");
            }
        }

        private void filtered() throws IOException {
            report.outline(
                    Set.of(),
                    Map.of(
                            "ignore",
                            before -> report.findings(found -> vulnerability(found, "ignored by the policy file"))));
        }

        private static String error(ElementTree project) {
            for (ElementTree error : project.list("error")) {
                if (error.kind() != ElementTree.Kind.SCALAR) {
                    return error.text("message", "the test failed");
                }
            }
            return project.text("error", project.text("message", "the test failed"));
        }
    }

    private static Finding vulnerability(ElementTree found, @CheckForNull String suppression) {
        String id = found.require("id");
        ElementTree identifiers = found.at("identifiers");
        List<String> from = found.texts("from");
        boolean ignored = found.flag("isIgnored");
        return new FindingBuilder(TOOL, id)
                .title(found.text("title"))
                .message(found.firstText("title", "description"))
                .severity(SeverityScale.WORDS.of(found.firstText("severityWithCritical", "severity")))
                .score(found.number("cvssScore"))
                .path(from.isEmpty() ? null : String.join(" > ", from))
                .component(null, found.firstText("packageName", "moduleName", "name"), found.text("version"))
                .fixedIn(String.join(", ", found.texts("fixedIn")))
                .advisories(identifiers.texts("CVE"))
                .advisories(identifiers.texts("GHSA"))
                .cwes(identifiers.texts("CWE"))
                .help(id.startsWith("SNYK-") ? "https://security.snyk.io/vuln/" + id : null)
                .suppressed(suppression == null && ignored ? "ignored" : suppression)
                .build();
    }

    private static Finding configuration(ElementTree project, ElementTree found) {
        return new FindingBuilder(TOOL, found.require("id"))
                .title(found.text("title"))
                .message(found.firstText("issue", "title"))
                .severity(SeverityScale.WORDS.of(found.text("severity")))
                .place(
                        project.text("path"),
                        found.integer("lineNumber"),
                        0,
                        0,
                        found.has("path") ? String.join(".", found.texts("path")) : null)
                .help(found.text("documentation"))
                .suppressed(found.flag("isIgnored") ? "ignored" : null)
                .build();
    }
}
