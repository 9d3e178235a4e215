package io.jenkins.plugins.compliance.engine.report.sast;

import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.xml.XmlCursor;
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
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.io.IOException;
import java.util.List;

/** SpotBugs' (and FindBugs') XML. A result is a {@code BugInstance} element. */
public final class SpotBugsReader implements ReportReader {
    private static final String TOOL = "spotbugs";
    private static final int SCARY = 9;
    private static final int TROUBLING = 14;

    @Override
    public String format() {
        return "spotbugs";
    }

    @Override
    public String title() {
        return "SpotBugs XML";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isXml("BugCollection");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        XmlReport.read(source, collector, limits, (xml, report) -> {
            report.require("BugCollection", "a SpotBugs");
            String version = xml.attribute("version");
            long[] classes = {-1};
            xml.children(() -> {
                switch (xml.name()) {
                    case "BugInstance" -> report.finding(SpotBugsReader::finding);
                    case "Errors" -> errors(xml.fragment(), collector);
                    case "FindBugsSummary" -> classes[0] = classes(xml);
                    default -> {
                        // Texts about rules.
                    }
                }
            });
            if (classes[0] < 0) {
                throw new IncompleteReportException("has no <FindBugsSummary>: the analysis did not come to its end");
            }
            collector.run(new ToolRun(TOOL, version, collector.results(), null, classes[0], "classes"));
        });
    }

    /** Some versions state no classes in all, but the files one by one. */
    private static long classes(XmlCursor xml) throws IOException {
        String stated = xml.attribute("total_classes");
        long[] files = new long[1];
        xml.children(() -> files[0] += xml.name().equals("FileStats") ? 1 : 0);
        try {
            return Math.max(files[0], stated == null ? 0 : Long.parseLong(stated));
        } catch (NumberFormatException notANumber) {
            return files[0];
        }
    }

    private static void errors(ElementTree errors, ReportCollector collector) {
        for (ElementTree error : errors.list("Error")) {
            collector.problem(
                    Problem.Kind.TOOL_ERROR,
                    "line " + error.line(),
                    error.firstText("ErrorMessage", "Exception") == null
                            ? "an error without a message"
                            : String.valueOf(error.firstText("ErrorMessage", "Exception")));
        }
        int stated = errors.integer("errors");
        if (stated > 0 && errors.list("Error").isEmpty()) {
            collector.problem(
                    Problem.Kind.TOOL_ERROR, "line " + errors.line(), "states " + stated + " errors of the analysis");
        }
        List<ElementTree> missing = errors.list("MissingClass");
        if (!missing.isEmpty()) {
            collector.problem(
                    Problem.Kind.NOTE,
                    "line " + errors.line(),
                    missing.size() + " classes that the analysis wanted were not found, for instance "
                            + missing.get(0).text().strip());
        }
    }

    private static Finding finding(ElementTree found) {
        String type = found.require("type");
        ElementTree line = primary(found.list("SourceLine"));
        ElementTree method = primary(found.list("Method"));
        ElementTree type1 = primary(found.list("Class"));
        ElementTree where =
                line.has("start") ? line : method.has("SourceLine") ? method.at("SourceLine") : type1.at("SourceLine");
        String path = where.firstText("sourcepath", "sourcefile");
        String className = type1.text("classname");
        return new FindingBuilder(TOOL, type)
                .title(found.text("ShortMessage"))
                .message(found.firstText("LongMessage", "ShortMessage"))
                .severity(severity(found))
                .place(
                        path == null && className != null ? className.replace('.', '/') + ".java" : path,
                        where.integer("start"),
                        0,
                        where.integer("end"),
                        method.has("name") ? className + "." + method.text("name") : className)
                .cwe(found.text("cweid"), CweClaim.Basis.FIELD)
                .build();
    }

    private static ElementTree primary(List<ElementTree> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.flag("primary"))
                .findFirst()
                .orElse(candidates.isEmpty() ? ElementTree.EMPTY : candidates.get(0));
    }

    /** By rank, as SpotBugs itself does for SARIF; by priority where FindBugs had no rank yet. */
    private static Severity severity(ElementTree found) {
        int rank = found.integer("rank");
        if (rank == 0) {
            int priority = found.integer("priority");
            return priority == 1 ? Severity.HIGH : priority == 2 ? Severity.MEDIUM : Severity.LOW;
        }
        return rank <= SCARY ? Severity.HIGH : rank <= TROUBLING ? Severity.MEDIUM : Severity.LOW;
    }
}
