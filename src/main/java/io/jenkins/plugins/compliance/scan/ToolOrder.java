package io.jenkins.plugins.compliance.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import io.jenkins.plugins.compliance.engine.scan.ReportHealth;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an agent needs to know of a tool to run it. What a run is worth is no business of an agent: exit codes, thresholds and
 * the rest of the definition stay on the controller.
 *
 * @param id id of the tool
 * @param arguments program and arguments, with placeholders
 * @param settings settings
 * @param environment variables to set, with placeholders
 * @param requires paths that must exist
 * @param version program and arguments that ask for the version; empty when it can't be asked
 * @param stream where the report comes from
 * @param reportFile name of the report file
 * @param files the files to look at
 * @param secrets names of variables that are set when the tool is started, and written nowhere
 */
record ToolOrder(
        String id,
        ArrayList<String> arguments,
        TreeMap<String, String> settings,
        TreeMap<String, String> environment,
        ArrayList<String> requires,
        ArrayList<String> version,
        ScanTool.Stream stream,
        String reportFile,
        ArrayList<String> files,
        ArrayList<String> secrets)
        implements Serializable {

    static ToolOrder of(ScanPlan.PlannedScan scan, List<String> secrets) {
        ScanTool tool = scan.tool();
        ScanTool.VersionQuery query = tool.version();
        return new ToolOrder(
                tool.id(),
                new ArrayList<>(tool.command().arguments()),
                new TreeMap<>(tool.command().settings()),
                new TreeMap<>(tool.command().environment()),
                new ArrayList<>(tool.command().requires()),
                new ArrayList<>(query == null ? List.of() : query.arguments()),
                tool.report().stream(),
                tool.report().file(),
                needsFiles(tool) ? new ArrayList<>(scan.files()) : new ArrayList<>(),
                new ArrayList<>(secrets));
    }

    /** As much of the definition as its command line is made of. */
    ScanTool tool() {
        return new ScanTool(
                id,
                id,
                "",
                new ScanTool.Command(arguments, settings, environment, requires),
                query(),
                new ScanTool.ReportSpec("", stream, false, reportFile),
                Map.of(),
                new ScanTool.Applies(Selector.EVERYTHING, List.of(), List.of()),
                ReportHealth.PLAIN,
                Duration.ZERO,
                "");
    }

    @CheckForNull
    private ScanTool.VersionQuery query() {
        return version.isEmpty() ? null : new ScanTool.VersionQuery(version, "");
    }

    private static boolean needsFiles(ScanTool tool) {
        return tool.command().arguments().stream().anyMatch(argument -> argument.contains("${files"));
    }
}
