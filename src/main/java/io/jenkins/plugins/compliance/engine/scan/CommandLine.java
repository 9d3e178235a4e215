package io.jenkins.plugins.compliance.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The argument vector of one run of a tool, with its placeholders filled in:
 *
 * <table>
 * <caption>Placeholders</caption>
 * <tr><td><code>${dir}</code></td><td>the scanned directory, absolute</td></tr>
 * <tr><td><code>${report}</code></td><td>the path where the report is expected; its directory is new and empty</td></tr>
 * <tr><td><code>${report.dir}</code></td><td>the directory of that path</td></tr>
 * <tr><td><code>${report.name}</code></td><td>the name of that file without its ending</td></tr>
 * <tr><td><code>${files}</code></td><td>alone in an argument: one argument for each file to look at, as {@code ./path}</td></tr>
 * <tr><td><code>${files.list}</code></td><td>a file that names those files, one a line</td></tr>
 * <tr><td><code>${env.NAME}</code></td><td>in environment variables alone: a variable of the caller</td></tr>
 * <tr><td><code>${name}</code></td><td>the setting {@code name} of the tool</td></tr>
 * </table>
 *
 * @param arguments program and arguments
 * @param environment variables to set
 * @param requires paths that must exist for the tool to be there at all
 * @param targets paths that an argument begins with because it is written <code>${dir}...</code>: what is to be scanned must exist
 */
record CommandLine(
        List<String> arguments, Map<String, String> environment, List<String> requires, List<String> targets) {
    static final String FILES_LIST = "${files.list}";
    private static final String FILES = "${files}";
    private static final String DIRECTORY = "${dir}";

    /** Takes copies of the collections. */
    CommandLine {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        requires = List.copyOf(requires);
        targets = List.copyOf(targets);
    }

    /** The placeholders that are not settings. */
    static final List<String> RESERVED = List.of("dir", "report", "report.dir", "report.name", "files", "files.list");

    /** The argument vector of a run. */
    static CommandLine of(LaunchTemplate tool, LaunchSite on) {
        ScanTool.Command command = tool.command();
        List<String> arguments = new ArrayList<>();
        List<String> targets = new ArrayList<>();
        for (String written : command.arguments()) {
            if (written.equals(FILES)) {
                on.files().forEach(file -> arguments.add(argument(file)));
            } else {
                String argument = fill(written, tool, on);
                arguments.add(argument);
                if (written.startsWith(DIRECTORY) && argument.indexOf('*') < 0) {
                    targets.add(argument);
                }
            }
        }
        Map<String, String> environment = new TreeMap<>();
        command.environment().forEach((name, written) -> {
            boolean absent = Placeholders.names(written).stream().anyMatch(each -> isAbsentVariable(each, on));
            if (!absent) {
                environment.put(name, fill(written, tool, on));
            }
        });
        List<String> requires =
                command.requires().stream().map(each -> fill(each, tool, on)).toList();
        return new CommandLine(arguments, environment, requires, targets);
    }

    /** The argument vector that asks a tool for its version; empty when it can't be asked. */
    static List<String> ofVersionQuery(LaunchTemplate tool, LaunchSite on) {
        return tool.version().stream().map(each -> fill(each, tool, on)).toList();
    }

    /** How a file is named to a tool: "./" keeps one that is named like an option from being taken for one. */
    static String argument(String file) {
        return "./" + file;
    }

    private static boolean isAbsentVariable(String name, LaunchSite on) {
        return name.startsWith("env.") && !on.host().environment().containsKey(name.substring(4));
    }

    private static String fill(String text, LaunchTemplate tool, LaunchSite on) {
        return Placeholders.fill(text, name -> value(name, tool, on));
    }

    private static @CheckForNull String value(String name, LaunchTemplate tool, LaunchSite on) {
        Path report = on.folder().report(tool.reportFile());
        return switch (name) {
            case "dir" -> on.directory().toString();
            case "report" -> report.toString();
            case "report.dir" -> String.valueOf(report.getParent());
            case "report.name" -> withoutEnding(tool.reportFile());
            case "files.list" -> on.folder().list().toString();
            default ->
                name.startsWith("env.")
                        ? on.host().environment().get(name.substring(4))
                        : tool.command().settings().get(name);
        };
    }

    private static String withoutEnding(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot <= 0 ? fileName : fileName.substring(0, dot);
    }
}
