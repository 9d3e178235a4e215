package io.jenkins.plugins.compliance.engine.report.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.JsonReport;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.Sample;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.FindingBuilder;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Kubescape's JSON. A result is an entry of {@code controls} of an entry of {@code results}: one control checked on one
 * resource. Read twice: what a control is called and how much it weighs may stand behind the results.
 */
public final class KubescapeReader implements ReportReader {
    private static final String TOOL = "kubescape";
    private static final double CRITICAL = 9;
    private static final double HIGH = 7;
    private static final double MEDIUM = 4;

    @Override
    public String format() {
        return "kubescape";
    }

    @Override
    public String title() {
        return "Kubescape JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isObject("clusterAPIServerInfo", "customerGUID")
                || sample.isObject("summaryDetails", "resources")
                || sample.isObject("generationTime", "customerGUID");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        Map<String, ElementTree> controls = new HashMap<>();
        JsonReport.read(source, collector, limits, report -> {
            ElementTree root = report.outline(
                    Set.of(),
                    Map.of(
                            "summaryDetails",
                            before -> report.outline(
                                    Set.of(),
                                    Map.of(
                                            "controls",
                                            summary -> report.eachObject(() -> {
                                                ElementTree control = report.outline(
                                                        Set.of("controlID", "name", "scoreFactor"), Map.of());
                                                controls.put(control.text("controlID", ""), control);
                                            })))));
            JsonReport.require(root, "summaryDetails", "Kubescape");
        });
        JsonReport.read(source, collector, limits, report -> {
            long[] resources = new long[1];
            ElementTree root = report.outline(
                    Set.of(),
                    Map.of(
                            "results",
                            before -> report.eachObject(() -> {
                                resources[0]++;
                                report.outline(
                                        Set.of("resourceID"),
                                        Map.of(
                                                "controls",
                                                resource ->
                                                        report.findings(found -> finding(controls, resource, found))));
                            })));
            JsonReport.require(root, "results", "Kubescape");
            collector.run(new ToolRun(TOOL, null, collector.results(), null, resources[0], "resources"));
        });
    }

    private static Finding finding(Map<String, ElementTree> controls, ElementTree resource, ElementTree found) {
        String id = found.require("controlID");
        ElementTree control = controls.getOrDefault(id, ElementTree.EMPTY);
        String name = found.text("name", control.text("name", id));
        String status = status(found);
        return new FindingBuilder(TOOL, id)
                .title(name)
                .message(name)
                .severity(severity(control.number("scoreFactor")))
                .path(resource.text("resourceID"))
                .help("https://hub.armosec.io/docs/" + id.toLowerCase(Locale.ROOT))
                .kind(kind(status))
                .suppressed(status.equals("excluded") ? "excluded" : null)
                .build();
    }

    /** Newer versions state it; in older ones a control fails when one of its rules does. */
    private static String status(ElementTree found) {
        for (ElementTree status : found.list("status")) {
            return status.kind() == ElementTree.Kind.SCALAR ? status.text() : status.text("status", "failed");
        }
        Set<String> rules = new HashSet<>();
        found.list("rules").forEach(rule -> rules.add(rule.text("status", "failed")));
        for (String status : List.of("failed", "excluded", "skipped", "passed")) {
            if (rules.contains(status)) {
                return status;
            }
        }
        return "skipped";
    }

    private static Finding.Kind kind(String status) {
        return switch (status) {
            case "passed" -> Finding.Kind.PASS;
            case "skipped", "irrelevant" -> Finding.Kind.NOT_APPLICABLE;
            default -> Finding.Kind.FAIL;
        };
    }

    private static @CheckForNull Severity severity(@CheckForNull Double weight) {
        if (weight == null) {
            return null;
        }
        if (weight >= CRITICAL) {
            return Severity.CRITICAL;
        }
        return weight >= HIGH ? Severity.HIGH : weight >= MEDIUM ? Severity.MEDIUM : Severity.LOW;
    }
}
