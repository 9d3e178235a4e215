package io.jenkins.plugins.compliance.engine.report.sast;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.Limits;
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
import java.util.List;
import java.util.Map;
import java.util.Set;

/** gosec's JSON. A result is an entry of {@code Issues}. */
public final class GosecReader implements ReportReader {
    private static final String TOOL = "gosec";

    @Override
    public String format() {
        return "gosec";
    }

    @Override
    public String title() {
        return "gosec JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isObject("Issues", "Stats") || sample.isObject("Golang errors");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            ElementTree root = report.outline(
                    Set.of("Golang errors", "Stats", "GosecVersion"),
                    Map.of("Issues", before -> report.findings(GosecReader::finding)));
            JsonReport.require(root, "Issues", "gosec");
            for (ElementTree file : root.at("Golang errors").parts()) {
                for (ElementTree error :
                        file.kind() == ElementTree.Kind.ARRAY ? file.parts() : List.<ElementTree>of()) {
                    collector.problem(
                            Problem.Kind.TOOL_ERROR,
                            file.name(),
                            error.object().text("error", "could not be analysed"));
                }
            }
            ElementTree stats = root.at("Stats");
            collector.run(new ToolRun(
                    TOOL,
                    root.text("GosecVersion"),
                    collector.results(),
                    null,
                    stats.has("files") ? Long.valueOf(stats.integer("files")) : null,
                    stats.has("files") ? "files" : null));
        });
    }

    private static Finding finding(ElementTree found) {
        // A range of lines is written "79-81".
        String[] lines = found.text("line", "0").split("-", 2);
        return new FindingBuilder(TOOL, found.require("rule_id"))
                .message(found.text("details"))
                .severity(SeverityScale.WORDS.of(found.text("severity")))
                .place(
                        found.text("file"),
                        number(lines[0]),
                        found.integer("column"),
                        lines.length > 1 ? number(lines[1]) : 0,
                        null)
                .cwe(weakness(found), CweClaim.Basis.FIELD)
                .help(found.has("cwe") ? cweAddress(found) : null)
                .suppressed(suppression(found))
                .build();
    }

    private static @CheckForNull String weakness(ElementTree found) {
        for (ElementTree cwe : found.list("cwe")) {
            return cwe.kind() == ElementTree.Kind.SCALAR ? cwe.text() : cwe.firstText("id", "ID");
        }
        return null;
    }

    private static @CheckForNull String cweAddress(ElementTree found) {
        for (ElementTree cwe : found.list("cwe")) {
            return cwe.kind() == ElementTree.Kind.SCALAR ? null : cwe.firstText("url", "URL");
        }
        return null;
    }

    private static @CheckForNull String suppression(ElementTree found) {
        for (ElementTree suppression : found.list("suppressions")) {
            return suppression.text("justification", suppression.text("kind", "suppressed"));
        }
        return found.flag("nosec") ? "nosec" : null;
    }

    private static int number(String text) {
        try {
            return Math.max(0, Integer.parseInt(text.strip()));
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
