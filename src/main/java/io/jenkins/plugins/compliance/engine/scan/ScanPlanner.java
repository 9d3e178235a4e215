package io.jenkins.plugins.compliance.engine.scan;

import io.jenkins.plugins.compliance.engine.io.file.FileListing;
import io.jenkins.plugins.compliance.engine.io.file.Glob;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan.IdleTool;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan.PlannedScan;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan.UncoveredDemand;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Decides what must be scanned: demands of policy, tools that are configured, what the application is and what it consists of. */
public final class ScanPlanner {
    private ScanPlanner() {}

    /**
     * The plan for an application.
     *
     * @param demands what policy demands
     * @param tools the tools that are configured
     * @param tags what the application is
     * @param listing what its directory holds
     */
    public static ScanPlan plan(
            Collection<ScanDemand> demands, Collection<ScanTool> tools, Tags tags, FileListing listing) {
        List<ScanTool> ordered =
                tools.stream().sorted(Comparator.comparing(ScanTool::id)).toList();
        List<PlannedScan> planned = new ArrayList<>();
        List<IdleTool> idle = new ArrayList<>();
        for (ScanTool tool : ordered) {
            List<ScanDemand> why = demands.stream()
                    .filter(demand -> demand.isMetBy(tool))
                    .distinct()
                    .sorted(Comparator.comparing(Object::toString))
                    .toList();
            if (why.isEmpty()) {
                continue;
            }
            List<String> files = filesFor(tool, listing);
            if (!tool.applies().when().matches(tags)) {
                idle.add(new IdleTool(
                        tool,
                        RunReason.CONDITION_DOES_NOT_HOLD.of(
                                tool.applies().when().toString())));
            } else if (files.isEmpty() && !tool.applies().files().isEmpty() && isSet(tool)) {
                idle.add(new IdleTool(
                        tool, RunReason.NOTHING_TO_LOOK_AT.of(tool.applies().files())));
            } else {
                planned.add(new PlannedScan(tool, why, files));
            }
        }
        return new ScanPlan(planned, idle, uncovered(demands, ordered, planned, idle));
    }

    /** The files of a listing that a tool looks at; empty when it looks at something else than files. */
    public static List<String> filesFor(ScanTool tool, FileListing listing) {
        return listing.matching(
                globs(tool, tool.applies().files()), globs(tool, tool.applies().exclude()));
    }

    /** Patterns that wait for a setting can't be matched yet: the tool is planned, and then visibly absent. */
    private static boolean isSet(ScanTool tool) {
        return tool.applies().files().stream().allMatch(pattern -> isSet(tool, pattern));
    }

    private static boolean isSet(ScanTool tool, String pattern) {
        return Placeholders.names(pattern).stream()
                .noneMatch(
                        name -> tool.command().settings().getOrDefault(name, "").isEmpty());
    }

    private static List<Glob> globs(ScanTool tool, List<String> patterns) {
        return patterns.stream()
                .filter(pattern -> isSet(tool, pattern))
                .map(pattern ->
                        Glob.of(Placeholders.fill(pattern, tool.command().settings()::get)))
                .toList();
    }

    private static List<UncoveredDemand> uncovered(
            Collection<ScanDemand> demands, List<ScanTool> tools, List<PlannedScan> planned, List<IdleTool> idle) {
        List<UncoveredDemand> uncovered = new ArrayList<>();
        for (ScanDemand demand : demands.stream()
                .distinct()
                .sorted(Comparator.comparing(Object::toString))
                .toList()) {
            if (planned.stream().anyMatch(scan -> demand.isMetBy(scan.tool()))) {
                continue;
            }
            List<Phrase> lying = idle.stream()
                    .filter(each -> demand.isMetBy(each.tool()))
                    .map(each -> RunReason.TOOL_IDLE.of(each.tool().id(), each.reason()))
                    .toList();
            uncovered.add(new UncoveredDemand(
                    demand, lying.isEmpty() ? notConfigured(demand, tools) : RunReason.ALL_IDLE.of(lying)));
        }
        return uncovered;
    }

    private static Phrase notConfigured(ScanDemand demand, List<ScanTool> tools) {
        List<String> known = demand instanceof ScanDemand.OfCategory
                ? tools.stream().map(ScanTool::category).distinct().sorted().toList()
                : tools.stream().map(ScanTool::id).toList();
        return tools.isEmpty()
                ? RunReason.NO_TOOL_AT_ALL.of(demand.toString())
                : RunReason.NO_TOOL_CONFIGURED.of(demand.toString(), known);
    }
}
