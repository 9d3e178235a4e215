package io.jenkins.plugins.compliance.engine.report.sast;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.xml.XmlCursor;
import io.jenkins.plugins.compliance.engine.report.Problem;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.Sample;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.report.XmlReport;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.FindingBuilder;
import io.jenkins.plugins.compliance.engine.report.finding.SeverityScale;
import java.io.IOException;
import java.util.List;

/**
 * Checkstyle's XML, which many linters write too (ShellCheck, ESLint, PHP_CodeSniffer, ktlint, ...). A result is an
 * {@code error} element.
 */
public final class CheckstyleReader implements ReportReader {
    private static final String SHELLCHECK = "ShellCheck.";
    private static final String ESLINT = "eslint.rules.";

    @Override
    public String format() {
        return "checkstyle";
    }

    @Override
    public String title() {
        return "Checkstyle XML";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isXml("checkstyle");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        XmlReport.read(source, collector, limits, (xml, report) -> {
            report.require("checkstyle", "a Checkstyle");
            Walk walk = new Walk(xml, report, collector);
            String version = xml.attribute("version");
            xml.children(() -> {
                if (xml.name().equals("file")) {
                    walk.file();
                }
            });
            collector.run(new ToolRun(
                    walk.tool,
                    walk.tool.equals("checkstyle") ? version : null,
                    collector.results(),
                    null,
                    walk.files,
                    "files"));
        });
    }

    private static final class Walk {
        private final XmlCursor xml;
        private final XmlReport report;
        private final ReportCollector collector;
        private String tool = "checkstyle";
        private long files;

        Walk(XmlCursor xml, XmlReport report, ReportCollector collector) {
            this.xml = xml;
            this.report = report;
            this.collector = collector;
        }

        void file() throws IOException {
            files++;
            String name = xml.attribute("name");
            xml.children(() -> {
                String where = report.where();
                switch (xml.name()) {
                    case "error" -> report.finding(found -> finding(where, name, found));
                    case "exception" -> {
                        String text = xml.ownText().strip();
                        collector.problem(
                                Problem.Kind.TOOL_ERROR,
                                where,
                                name + ": " + text.lines().findFirst().orElse("an exception"));
                    }
                    default -> {
                        // Nothing that the format has.
                    }
                }
            });
        }

        private Finding finding(String where, @CheckForNull String file, ElementTree found) {
            String source = found.text("source");
            String message = found.text("message", "");
            boolean unparsable = source == null && message.startsWith("Parsing error");
            if (unparsable) {
                collector.problem(Problem.Kind.TOOL_ERROR, where, file + ": " + message);
            }
            return new FindingBuilder(toolOf(source), rule(source, unparsable))
                    .message(message)
                    .severity(SeverityScale.LEVELS.of(found.text("severity")))
                    .place(file, found.integer("line"), found.integer("column"), 0, null)
                    .kind(unparsable ? Finding.Kind.INFORMATIONAL : Finding.Kind.FAIL)
                    .build();
        }

        private String toolOf(@CheckForNull String source) {
            if (source != null && source.startsWith(SHELLCHECK)) {
                tool = "shellcheck";
            } else if (source != null && source.startsWith(ESLINT)) {
                tool = "eslint";
            }
            return tool;
        }
    }

    private static String rule(@CheckForNull String source, boolean unparsable) {
        if (source == null) {
            return unparsable ? "parsing-error" : "unnamed";
        }
        for (String prefix : List.of(SHELLCHECK, ESLINT)) {
            if (source.startsWith(prefix) && source.length() > prefix.length()) {
                return source.substring(prefix.length());
            }
        }
        return source;
    }
}
