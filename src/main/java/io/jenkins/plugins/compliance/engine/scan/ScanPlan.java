package io.jenkins.plugins.compliance.engine.scan;

import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.util.List;

/**
 * What must be scanned for an application, and why.
 *
 * @param tools the tools that must run, by id
 * @param idle tools that were demanded and have nothing to look at, by id
 * @param uncovered demands for which no tool runs
 */
public record ScanPlan(List<PlannedScan> tools, List<IdleTool> idle, List<UncoveredDemand> uncovered) {

    /** Takes copies of the lists. */
    public ScanPlan {
        tools = List.copyOf(tools);
        idle = List.copyOf(idle);
        uncovered = List.copyOf(uncovered);
    }

    /**
     * A tool that must run.
     *
     * @param tool its definition
     * @param why the demands that it answers
     * @param files the files that it is to look at, relative to the scanned directory; empty when it looks at something else
     */
    public record PlannedScan(ScanTool tool, List<ScanDemand> why, List<String> files) {
        /** Takes copies of the lists. */
        public PlannedScan {
            why = List.copyOf(why);
            files = List.copyOf(files);
        }
    }

    /**
     * A tool that was demanded and does not run.
     *
     * @param tool its definition
     * @param reason why not
     */
    public record IdleTool(ScanTool tool, Phrase reason) {}

    /**
     * A demand for which no tool runs: without one, policy finds its evidence missing.
     *
     * @param demand the demand
     * @param reason why
     */
    public record UncoveredDemand(ScanDemand demand, Phrase reason) {}
}
