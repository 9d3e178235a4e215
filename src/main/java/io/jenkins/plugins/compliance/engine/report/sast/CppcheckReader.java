package io.jenkins.plugins.compliance.engine.report.sast;

import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.IncompleteReportException;
import io.jenkins.plugins.compliance.engine.report.Problem;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.Sample;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.report.XmlReport;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.FindingBuilder;
import io.jenkins.plugins.compliance.engine.report.finding.SeverityScale;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * cppcheck's XML, version 2. A result is an {@code error} element. Those by which cppcheck says that it could not analyse a file
 * are errors of the tool: the file was not looked at.
 */
public final class CppcheckReader implements ReportReader {
    private static final String TOOL = "cppcheck";
    private static final Set<String> FAILURES = Set.of(
            "syntaxError",
            "internalError",
            "internalAstError",
            "cppcheckError",
            "preprocessorErrorDirective",
            "unknownMacro",
            "noValidConfiguration",
            "unhandledChar",
            "includeNestedTooDeeply",
            "bailoutInternalError",
            "premium-internalError");

    @Override
    public String format() {
        return "cppcheck";
    }

    @Override
    public String title() {
        return "cppcheck XML";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isXml("results") && sample.head().contains("<cppcheck");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        XmlReport.read(source, collector, limits, (xml, report) -> {
            report.require("results", "a cppcheck");
            collector.formatVersion(String.valueOf(xml.attribute("version")));
            String[] version = new String[1];
            boolean[] seen = new boolean[1];
            xml.children(() -> {
                if (xml.name().equals("cppcheck")) {
                    version[0] = xml.attribute("version");
                } else if (xml.name().equals("errors")) {
                    seen[0] = true;
                    xml.children(() -> {
                        if (xml.name().equals("error")) {
                            String where = report.where();
                            report.finding(found -> finding(where, found, collector));
                        }
                    });
                }
            });
            if (!seen[0]) {
                throw new IncompleteReportException("has no <errors>: not a whole cppcheck report of version 2");
            }
            collector.run(new ToolRun(TOOL, version[0], collector.results(), null, null, null));
        });
    }

    private static Finding finding(String where, ElementTree found, ReportCollector collector) {
        String id = found.require("id");
        List<ElementTree> locations = found.list("location");
        ElementTree location = locations.isEmpty() ? ElementTree.EMPTY : locations.get(0);
        String message = found.firstText("verbose", "msg");
        boolean failed = FAILURES.contains(id);
        if (failed) {
            collector.problem(
                    Problem.Kind.TOOL_ERROR,
                    where,
                    location.text("file", found.text("file0", "a file")) + ": " + id + ": " + message);
        }
        boolean information = "information".equals(found.text("severity"));
        return new FindingBuilder(TOOL, id)
                .title(found.text("msg"))
                .message(message)
                .severity(SeverityScale.LEVELS.of(found.text("severity")))
                .place(
                        location.text("file"),
                        location.integer("line"),
                        location.integer("column"),
                        0,
                        found.text("symbol"))
                .cwe(found.text("cwe"), CweClaim.Basis.FIELD)
                .kind(failed || information ? Finding.Kind.INFORMATIONAL : Finding.Kind.FAIL)
                .build();
    }
}
