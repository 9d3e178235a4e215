package io.jenkins.plugins.compliance.engine.scan;

import java.util.List;

/**
 * As much of the definition of a tool as its launch is made of, with placeholders to be filled in.
 *
 * @param command how it is called
 * @param version program and arguments that ask for its version; empty when it can't be asked
 * @param stream where the report comes from
 * @param reportFile name of the report file
 */
public record LaunchTemplate(
        ScanTool.Command command, List<String> version, ScanTool.Stream stream, String reportFile) {
    /** Takes a copy of the arguments. */
    public LaunchTemplate {
        version = List.copyOf(version);
    }

    /** That of a tool. */
    public static LaunchTemplate of(ScanTool tool) {
        ScanTool.VersionQuery query = tool.version();
        return new LaunchTemplate(
                tool.command(),
                query == null ? List.of() : query.arguments(),
                tool.report().stream(),
                tool.report().file());
    }
}
