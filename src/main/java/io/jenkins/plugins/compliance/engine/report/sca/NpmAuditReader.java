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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code npm audit --json} of npm 6 (an object of {@code advisories}) and of npm 7 and later (an object of
 * {@code vulnerabilities}); a result is an entry of that object. What npm prints when it could not ask the registry is
 * well-formed too: it is recognised, and never counts as a clean audit.
 */
public final class NpmAuditReader implements ReportReader {
    private static final String TOOL = "npm-audit";

    @Override
    public String format() {
        return "npm-audit";
    }

    @Override
    public String title() {
        return "npm audit JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isObject("auditReportVersion")
                || sample.isObject("advisories", "metadata")
                || sample.isObject("actions", "advisories")
                || sample.isObject("message", "method", "uri")
                || sample.isObject("error")
                        && sample.keys().size() <= 2
                        && sample.head().contains("\"summary\"");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            ElementTree root = report.outline(
                    Set.of("auditReportVersion", "metadata", "error", "message"),
                    Map.of(
                            "vulnerabilities", before -> report.findings(NpmAuditReader::vulnerability),
                            "advisories", before -> report.findings(NpmAdvisory::finding)));
            boolean audited = root.has("vulnerabilities") || root.has("advisories");
            String error = error(root);
            if (error != null) {
                collector.problem(Problem.Kind.TOOL_ERROR, "", error);
            }
            collector.formatVersion(root.text("auditReportVersion", ""));
            collector.run(new ToolRun(
                    TOOL,
                    null,
                    collector.results(),
                    audited && error == null ? null : Boolean.FALSE,
                    dependencies(root),
                    "dependencies"));
            if (!audited) {
                throw new IncompleteReportException(
                        "has neither \"vulnerabilities\" nor \"advisories\": the audit failed"
                                + (error == null ? "" : ": " + error));
            }
        });
    }

    private static @CheckForNull String error(ElementTree root) {
        String message = root.text("message");
        if (message != null || !root.has("error")) {
            return message;
        }
        ElementTree error = root.at("error");
        String code = error.text("code", "");
        return (code + " " + error.text("summary", "the audit failed")).strip();
    }

    private static @CheckForNull Long dependencies(ElementTree root) {
        ElementTree metadata = root.at("metadata");
        if (metadata.has("totalDependencies")) {
            return (long) metadata.integer("totalDependencies");
        }
        List<ElementTree> dependencies = metadata.list("dependencies");
        if (dependencies.isEmpty()) {
            return null;
        }
        ElementTree total = dependencies.get(0);
        return total.kind() == ElementTree.Kind.SCALAR
                ? (long) metadata.integer("dependencies")
                : (long) total.integer("total");
    }

    private static Finding vulnerability(ElementTree found) {
        String name = found.text("name", found.name());
        FindingBuilder finding = new FindingBuilder(TOOL, name)
                .severity(SeverityScale.WORDS.of(found.require("severity")))
                .component(null, name, null);
        List<String> titles = new ArrayList<>();
        List<String> through = new ArrayList<>();
        for (ElementTree via : found.list("via")) {
            if (via.kind() == ElementTree.Kind.SCALAR) {
                through.add(via.text());
            } else {
                String title = via.text("title");
                if (title != null) {
                    titles.add(title);
                }
                finding.advisory(NpmAdvisory.ghsa(via.text("url")))
                        .cwes(via.texts("cwe"))
                        .score(via.at("cvss").number("score"))
                        .help(via.text("url"));
            }
        }
        for (String node : found.texts("nodes")) {
            finding.path(node);
            break;
        }
        for (ElementTree fix : found.list("fixAvailable")) {
            if (fix.kind() == ElementTree.Kind.OBJECT) {
                finding.fixedIn(fix.text("name", name) + "@" + fix.text("version", "?"));
            }
        }
        String range = found.text("range", "");
        return finding.title(titles.isEmpty() ? null : titles.get(0))
                .message(name + " " + range + ": "
                        + (titles.isEmpty()
                                ? "depends on vulnerable versions of " + String.join(", ", through)
                                : String.join("; ", titles)))
                .build();
    }
}
