package io.jenkins.plugins.compliance.cli;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which of the configured scanners left no evidence that counts in a scan.
 *
 * @param scanners how many are configured
 * @param silent those without such evidence, in the order in which they are configured
 */
record ScannerCheck(int scanners, List<Silent> silent) {
    private static final String COUNTS = "";
    private static final String NOT_DEMANDED = "policy demands nothing that it could show";

    ScannerCheck {
        silent = List.copyOf(silent);
    }

    /**
     * A scanner without evidence that counts.
     *
     * @param tool its id
     * @param reason why there is none
     */
    record Silent(String tool, String reason) {}

    /**
     * Compares what is configured with what was planned and recorded.
     *
     * @param tools the scanners
     * @param plan the plan of the scan
     * @param entries what it recorded
     */
    static ScannerCheck of(List<ScanTool> tools, ScanPlan plan, List<Evidence> entries) {
        Map<String, String> reasons = new HashMap<>();
        plan.idle().forEach(idle -> reasons.put(idle.tool().id(), idle.reason().toString()));
        entries.forEach(entry -> {
            absent(entry, reasons);
            ran(entry, reasons);
        });
        List<Silent> silent = new ArrayList<>();
        for (ScanTool tool : tools) {
            String reason = reasons.getOrDefault(tool.id(), NOT_DEMANDED);
            if (!reason.equals(COUNTS)) {
                silent.add(new Silent(tool.id(), reason));
            }
        }
        return new ScannerCheck(tools.size(), silent);
    }

    private static void absent(Evidence entry, Map<String, String> reasons) {
        if (entry.fact() instanceof Fact.Plan planned) {
            planned.tools().stream()
                    .filter(tool -> !tool.present())
                    .forEach(tool -> reasons.put(tool.tool(), "it is absent: " + tool.note()));
        }
    }

    private static void ran(Evidence entry, Map<String, String> reasons) {
        if (entry.fact() instanceof Fact.Scan scan) {
            reasons.put(scan.tool(), scan.counts() ? COUNTS : sentences(scan.reasons()));
        }
    }

    private static String sentences(List<Phrase> reasons) {
        return reasons.stream().map(Phrase::toString).collect(Collectors.joining(" "));
    }

    /** Says which they are, or that there is none. */
    void print(PrintWriter out) {
        if (silent.isEmpty()) {
            out.printf("%nEach of the %d scanners left evidence that counts.%n", scanners);
            return;
        }
        out.printf("%n%d of the %d scanners left no evidence that counts:%n", silent.size(), scanners);
        silent.forEach(each -> out.printf("  %s: %s%n", each.tool(), DisplayText.line(each.reason())));
    }
}
