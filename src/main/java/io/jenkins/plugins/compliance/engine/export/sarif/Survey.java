package io.jenkins.plugins.compliance.engine.export.sarif;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.export.Chain;
import io.jenkins.plugins.compliance.engine.export.FindingsSource;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What must be known of all findings before the first is written: tools, rules, and whether any is suppressed. Memory grows with the
 * tools and rules alone, and both are bounded.
 */
final class Survey {
    /** Further tools share one run, so that a report can't make as many runs, and readings, as it likes. */
    private static final int TOOLS = 100;

    static final String OTHER_TOOLS = "other tools";

    private final Map<String, SurveyedTool> tools = new LinkedHashMap<>();

    private Survey() {}

    static Survey of(Chain chain, FindingsSource findings) throws IOException {
        Survey survey = new Survey();
        findings.forEach(
                chain.currentRefs(),
                (evidence, finding) -> survey.tool(finding.tool()).add(evidence, finding));
        for (Evidence each : chain.current()) {
            if (each.fact() instanceof Fact.Scan scan) {
                survey.scanned(each, scan);
            }
        }
        return survey;
    }

    Collection<SurveyedTool> tools() {
        return tools.values();
    }

    /** The run that findings of a tool belong to. */
    SurveyedTool tool(String name) {
        SurveyedTool known = tools.get(name);
        if (known != null) {
            return known;
        }
        String run = tools.size() < TOOLS ? name : OTHER_TOOLS;
        return tools.computeIfAbsent(run, SurveyedTool::new);
    }

    /** A scan belongs to the run that has its findings; a scan without findings makes a run of its own, which says so. */
    private void scanned(Evidence evidence, Fact.Scan scan) {
        boolean found = false;
        for (SurveyedTool tool : tools.values()) {
            if (tool.evidence().contains(evidence.ref())) {
                tool.invoked(scan);
                found = true;
            }
        }
        if (!found) {
            tool(scan.name() == null ? scan.tool() : scan.name()).invoked(scan);
        }
    }
}
