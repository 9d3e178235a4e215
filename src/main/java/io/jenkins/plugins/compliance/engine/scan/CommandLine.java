package io.jenkins.plugins.compliance.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

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
public record CommandLine(
        List<String> arguments, Map<String, String> environment, List<String> requires, List<Path> targets) {
    private static final String FILES = "${files}";
    private static final String DIRECTORY = "${dir}";

    /** Takes copies of the collections. */
    public CommandLine {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        requires = List.copyOf(requires);
        targets = List.copyOf(targets);
    }

    /** The placeholders that are not settings. */
    static final List<String> RESERVED = List.of("dir", "report", "report.dir", "report.name", "files", "files.list");

    /**
     * What a tool is to be run on.
     *
     * @param directory the scanned directory, absolute
     * @param report where the report is expected, absolute
     * @param filesList where the list of files is written, absolute
     * @param files the files to look at, relative to the directory
     * @param callersEnvironment value of an environment variable of the caller, or null
     */
    public record Surroundings(
            Path directory, Path report, Path filesList, List<String> files, UnaryOperator<String> callersEnvironment) {
        /** Takes a copy of the files. */
        public Surroundings {
            files = List.copyOf(files);
        }
    }

    /** The settings of a tool that have yet to be set before it can run, ascending. */
    public static List<String> unset(ScanTool tool) {
        TreeSet<String> unset = new TreeSet<>();
        List<String> texts = new ArrayList<>(tool.command().arguments());
        texts.addAll(tool.command().requires());
        for (String text : texts) {
            for (String name : Placeholders.names(text)) {
                if (tool.command()
                        .settings()
                        .getOrDefault(name, RESERVED.contains(name) ? name : "")
                        .isEmpty()) {
                    unset.add(name);
                }
            }
        }
        return List.copyOf(unset);
    }

    /** The argument vector of a run. */
    public static CommandLine of(ScanTool tool, Surroundings on) {
        ScanTool.Command command = tool.command();
        List<String> arguments = new ArrayList<>();
        List<Path> targets = new ArrayList<>();
        for (String written : command.arguments()) {
            if (written.equals(FILES)) {
                // "./" keeps a file that is named like an option from being taken for one.
                on.files().forEach(file -> arguments.add("./" + file));
            } else {
                String argument = fill(written, tool, on);
                arguments.add(argument);
                if (written.startsWith(DIRECTORY) && argument.indexOf('*') < 0) {
                    targets.add(Path.of(argument));
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
    public static List<String> ofVersionQuery(ScanTool tool, Surroundings on) {
        ScanTool.VersionQuery query = tool.version();
        return query == null
                ? List.of()
                : query.arguments().stream().map(each -> fill(each, tool, on)).toList();
    }

    private static boolean isAbsentVariable(String name, Surroundings on) {
        return name.startsWith("env.") && on.callersEnvironment().apply(name.substring(4)) == null;
    }

    private static String fill(String text, ScanTool tool, Surroundings on) {
        return Placeholders.fill(text, name -> value(name, tool, on));
    }

    private static @CheckForNull String value(String name, ScanTool tool, Surroundings on) {
        return switch (name) {
            case "dir" -> on.directory().toString();
            case "report" -> on.report().toString();
            case "report.dir" -> String.valueOf(on.report().getParent());
            case "report.name" -> withoutEnding(String.valueOf(on.report().getFileName()));
            case "files.list" -> on.filesList().toString();
            default ->
                name.startsWith("env.")
                        ? on.callersEnvironment().apply(name.substring(4))
                        : tool.command().settings().get(name);
        };
    }

    private static String withoutEnding(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot <= 0 ? fileName : fileName.substring(0, dot);
    }
}
