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
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.io.IOException;

/** PMD's XML. A result is a {@code violation} or {@code suppressedviolation} element. */
public final class PmdReader implements ReportReader {
    private static final String TOOL = "pmd";
    private static final int MEDIUM_PRIORITY = 3;

    @Override
    public String format() {
        return "pmd";
    }

    @Override
    public String title() {
        return "PMD XML";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isXml("pmd");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        XmlReport.read(source, collector, limits, (xml, report) -> {
            report.require("pmd", "a PMD");
            String version = xml.attribute("version");
            xml.children(() -> {
                switch (xml.name()) {
                    case "file" -> file(xml, report);
                    case "suppressedviolation" -> report.finding(PmdReader::suppressed);
                    case "error" -> error(xml, collector, "filename", "a file");
                    case "configerror" -> error(xml, collector, "rule", "a rule");
                    default -> {
                        // Nothing that the format has.
                    }
                }
            });
            collector.run(new ToolRun(TOOL, version, collector.results(), null, null, null));
        });
    }

    private static void file(XmlCursor xml, XmlReport report) throws IOException {
        String name = xml.attribute("name");
        xml.children(() -> {
            if (xml.name().equals("violation")) {
                report.finding(found -> finding(name, found));
            }
        });
    }

    private static void error(XmlCursor xml, ReportCollector collector, String attribute, String otherwise) {
        String subject = xml.attribute(attribute);
        String message = xml.attribute("msg");
        collector.problem(
                Problem.Kind.TOOL_ERROR,
                "line " + xml.line(),
                (subject == null ? otherwise : subject) + ": "
                        + (message == null ? "could not be processed" : message));
    }

    private static Finding finding(@CheckForNull String file, ElementTree found) {
        String className = found.text("class");
        String method = found.text("method");
        return new FindingBuilder(TOOL, found.require("rule"))
                .title(found.text("rule"))
                .message(found.text())
                .severity(severity(found.integer("priority")))
                .place(
                        file,
                        found.integer("beginline"),
                        found.integer("begincolumn"),
                        found.integer("endline"),
                        className == null || method == null ? className : className + "." + method)
                .help(found.text("externalInfoUrl"))
                .build();
    }

    private static Finding suppressed(ElementTree found) {
        return new FindingBuilder(TOOL, found.text("rule", "suppressed"))
                .message(found.text("msg"))
                .path(found.text("filename"))
                .suppressed(found.text("usermsg", found.text("suppressiontype", "suppressed")))
                .build();
    }

    private static @CheckForNull Severity severity(int priority) {
        if (priority == 0) {
            return null;
        }
        return priority < MEDIUM_PRIORITY
                ? Severity.HIGH
                : priority == MEDIUM_PRIORITY ? Severity.MEDIUM : Severity.LOW;
    }
}
