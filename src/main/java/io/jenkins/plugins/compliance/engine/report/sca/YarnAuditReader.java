package io.jenkins.plugins.compliance.engine.report.sca;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.Elements;
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

/**
 * {@code yarn audit --json} of yarn 1 and {@code yarn npm audit --json} of yarn 4: a JSON object a line. A result is an
 * {@code auditAdvisory} line, or an advisory line of yarn 4.
 */
public final class YarnAuditReader implements ReportReader {
    private static final String TOOL = "yarn-audit";

    @Override
    public String format() {
        return "yarn-audit";
    }

    @Override
    public String title() {
        return "yarn audit JSON lines";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isStream("type", "data") && sample.head().contains("\"audit")
                || sample.isStream("value", "children") && sample.head().contains("\"Vulnerable Versions\"");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        Walk walk = new Walk(collector);
        JsonReport.readEach(source, collector, limits, walk::line);
        if (walk.classic && !walk.summary) {
            throw new IncompleteReportException("has no \"auditSummary\" line: the audit did not come to its end");
        }
        collector.run(new ToolRun(
                TOOL,
                null,
                collector.results(),
                walk.failed ? Boolean.FALSE : null,
                walk.dependencies,
                "dependencies"));
    }

    private static final class Walk {
        private final Elements elements;
        private final ReportCollector collector;
        private boolean classic;
        private boolean summary;
        private boolean failed;
        private @CheckForNull Long dependencies;
        private int lines;

        Walk(ReportCollector collector) {
            this.collector = collector;
            this.elements = new Elements(collector);
        }

        void line(JsonReport report) throws IOException {
            lines++;
            String where = "document " + lines;
            ElementTree line = report.fragment().object();
            if (line.has("children")) {
                elements.finding(where, line, YarnAuditReader::berry);
                return;
            }
            classic = true;
            switch (line.text("type", "")) {
                case "auditAdvisory" ->
                    elements.finding(
                            where,
                            line,
                            found -> NpmAdvisory.finding(TOOL, found.at("data").at("advisory")));
                case "auditSummary" -> {
                    summary = true;
                    dependencies = (long) line.at("data").integer("totalDependencies");
                }
                case "error" -> {
                    failed = true;
                    collector.problem(Problem.Kind.TOOL_ERROR, where, line.text("data", "yarn reports an error"));
                }
                default -> {
                    // Progress, warnings, and advice on what to upgrade.
                }
            }
        }
    }

    private static Finding berry(ElementTree line) {
        ElementTree advisory = line.at("children");
        return new FindingBuilder(TOOL, advisory.require("ID"))
                .title(advisory.text("Issue"))
                .message(advisory.text("Issue"))
                .severity(SeverityScale.WORDS.of(advisory.text("Severity")))
                .component(null, line.text("value"), first(advisory.texts("Tree Versions")))
                .advisory(NpmAdvisory.ghsa(advisory.text("URL")))
                .help(advisory.text("URL"))
                .build();
    }

    private static @CheckForNull String first(List<String> texts) {
        return texts.isEmpty() ? null : texts.get(0);
    }
}
