package io.jenkins.plugins.compliance.scan;

import io.jenkins.plugins.compliance.engine.scan.LaunchTemplate;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
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
        LaunchTemplate template = LaunchTemplate.of(scan.tool());
        ScanTool.Command command = template.command();
        return new ToolOrder(
                scan.tool().id(),
                new ArrayList<>(command.arguments()),
                new TreeMap<>(command.settings()),
                new TreeMap<>(command.environment()),
                new ArrayList<>(command.requires()),
                new ArrayList<>(template.version()),
                template.stream(),
                template.reportFile(),
                needsFiles(command) ? new ArrayList<>(scan.files()) : new ArrayList<>(),
                new ArrayList<>(secrets));
    }

    /** What its launch is made of. */
    LaunchTemplate template() {
        return new LaunchTemplate(
                new ScanTool.Command(arguments, settings, environment, requires), version, stream, reportFile);
    }

    private static boolean needsFiles(ScanTool.Command command) {
        return command.arguments().stream().anyMatch(argument -> argument.contains("${files"));
    }
}
