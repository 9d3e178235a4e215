package io.jenkins.plugins.compliance.engine.report.config;

import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.Elements;
import io.jenkins.plugins.compliance.engine.report.JsonReport;
import io.jenkins.plugins.compliance.engine.report.Problem;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.Sample;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.FindingBuilder;
import io.jenkins.plugins.compliance.engine.report.finding.SeverityScale;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** KICS' JSON. A result is an entry of {@code files} of a query: {@code total_counter} counts them. */
public final class KicsReader implements ReportReader {
    private static final String TOOL = "kics";

    @Override
    public String format() {
        return "kics";
    }

    @Override
    public String title() {
        return "KICS JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isObject("files_scanned", "queries_total") || sample.isObject("kics_version");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            ElementTree root = report.outline(
                    Set.of(
                            "kics_version",
                            "files_parsed",
                            "files_failed_to_scan",
                            "queries_failed_to_execute",
                            "total_counter"),
                    Map.of("queries", before -> report.eachObject(() -> query(report))));
            JsonReport.require(root, "queries", "KICS");
            for (String failed : Set.of("files_failed_to_scan", "queries_failed_to_execute")) {
                if (root.integer(failed) > 0) {
                    collector.problem(Problem.Kind.TOOL_ERROR, failed, root.integer(failed) + " failed");
                }
            }
            collector.run(new ToolRun(
                    TOOL,
                    root.text("kics_version"),
                    collector.results(),
                    null,
                    root.has("files_parsed") ? Long.valueOf(root.integer("files_parsed")) : null,
                    root.has("files_parsed") ? "files" : null));
        });
    }

    private static void query(JsonReport report) throws IOException {
        // The description of a query may stand behind its files: both fit, for a query names a file once a place.
        ElementTree query = report.fragment();
        Elements elements = new Elements(report.collector());
        String where = query.text("query_id", query.text("query_name", "a query"));
        int index = 0;
        for (ElementTree file : query.list("files")) {
            elements.finding(where + " files[" + index++ + "]", file, found -> finding(query, found));
        }
    }

    private static Finding finding(ElementTree query, ElementTree found) {
        String actual = found.text("actual_value");
        String title = query.text("query_name");
        return new FindingBuilder(TOOL, query.require("query_id"))
                .title(title)
                .message(actual == null ? title : title + ": " + actual)
                .severity(SeverityScale.WORDS.of(query.text("severity")))
                .place(
                        found.text("file_name"),
                        found.integer("line"),
                        0,
                        0,
                        found.firstText("resource_name", "search_key"))
                .cwe(query.text("cwe"), CweClaim.Basis.FIELD)
                .help(query.text("query_url"))
                .build();
    }
}
