package io.jenkins.plugins.compliance.engine.report.dast;

import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import io.jenkins.plugins.compliance.engine.report.JsonReport;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.Sample;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.FindingBuilder;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.SeverityScale;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * Wapiti's JSON. A result is an entry of a category of {@code vulnerabilities}, {@code anomalies} or {@code additionals}. Requests
 * and their parameters are not taken over: they may hold credentials.
 */
public final class WapitiReader implements ReportReader {
    private static final String TOOL = "wapiti";
    private static final SeverityScale LEVELS = new SeverityScale(Map.of(
            "4", Severity.CRITICAL,
            "3", Severity.HIGH,
            "2", Severity.MEDIUM,
            "1", Severity.LOW,
            "0", Severity.INFO));
    private static final Map<String, String> WEAKNESSES = Map.ofEntries(
            Map.entry("Blind SQL Injection", "89"),
            Map.entry("SQL Injection", "89"),
            Map.entry("Cross Site Scripting", "79"),
            Map.entry("Reflected Cross Site Scripting", "79"),
            Map.entry("Stored Cross Site Scripting", "79"),
            Map.entry("Cross Site Request Forgery", "352"),
            Map.entry("CRLF Injection", "93"),
            Map.entry("Command execution", "78"),
            Map.entry("Path Traversal", "22"),
            Map.entry("Server Side Request Forgery", "918"),
            Map.entry("Open Redirect", "601"),
            Map.entry("XML External Entity", "611"),
            Map.entry("Secure Flag cookie", "614"),
            Map.entry("HttpOnly Flag cookie", "1004"),
            Map.entry("Weak credentials", "1391"));

    @Override
    public String format() {
        return "wapiti";
    }

    @Override
    public String title() {
        return "Wapiti JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isObject("classifications") || sample.isObject("vulnerabilities", "anomalies");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            ElementTree root = report.outline(
                    Set.of("infos"),
                    Map.of(
                            "vulnerabilities", before -> categories(report, Finding.Kind.FAIL),
                            "anomalies", before -> categories(report, Finding.Kind.FAIL),
                            "additionals", before -> categories(report, Finding.Kind.INFORMATIONAL)));
            JsonReport.require(root, "vulnerabilities", "Wapiti");
            JsonReport.require(root, "infos", "Wapiti");
            ElementTree infos = root.at("infos");
            String version = infos.text("version", "").replace("Wapiti", "").strip();
            collector.run(new ToolRun(
                    TOOL,
                    version.isEmpty() ? null : version,
                    collector.results(),
                    null,
                    infos.has("crawled_pages_nbr") ? Long.valueOf(infos.integer("crawled_pages_nbr")) : null,
                    infos.has("crawled_pages_nbr") ? "pages" : null));
        });
    }

    private static void categories(JsonReport report, Finding.Kind kind) throws IOException {
        JsonCursor json = report.json();
        if (!json.beginObject()) {
            return;
        }
        for (String category = json.nextName(); category != null; category = json.nextName()) {
            String rule = category;
            int depth = json.depth();
            report.findings(found -> finding(rule, kind, found));
            json.leaveTo(depth);
        }
    }

    private static Finding finding(String category, Finding.Kind kind, ElementTree found) {
        String parameter = found.text("parameter");
        return new FindingBuilder(TOOL, category)
                .title(category)
                .message(found.text("info"))
                .severity(LEVELS.of(found.text("level")))
                .place(found.text("path"), 0, 0, 0, parameter)
                .cwe(WEAKNESSES.get(category), CweClaim.Basis.RULE)
                .kind(kind)
                .build();
    }
}
