package io.jenkins.plugins.compliance.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution.End;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How one tool is launched at one place, or why it can't be. It is decided here alone, for whoever runs tools and for whoever looks
 * which are there: the program, its arguments, its environment, and what must exist beside it. To decide starts nothing and writes
 * nothing.
 */
public sealed interface Launch {

    /**
     * A launch to be tried.
     *
     * @param command the program, absolute, and its arguments
     * @param version the program, absolute, and the arguments that ask for its version; empty when it can't be asked
     * @param environment all environment variables of both
     * @param directory working directory of both
     * @param stream where the report comes from
     * @param report where the report is expected, or is to be written from that stream
     */
    record Ready(
            List<String> command,
            List<String> version,
            SortedMap<String, String> environment,
            Path directory,
            ScanTool.Stream stream,
            Path report)
            implements Launch {
        /** Takes copies of the collections. */
        public Ready {
            command = List.copyOf(command);
            version = List.copyOf(version);
            environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
        }
    }

    /**
     * No launch.
     *
     * @param end {@link End#ABSENT} where the tool is not there, {@link End#NOT_STARTED} where it can't be started on this
     * @param why why not
     */
    record Refused(End end, Phrase why) implements Launch {}

    /** Decides how a tool is launched at a place. */
    static Launch of(LaunchTemplate tool, LaunchSite site) {
        List<String> unset = tool.command().unset();
        if (!unset.isEmpty()) {
            return new Refused(End.ABSENT, RunReason.SETTING_UNSET.of(unset));
        }
        CommandLine line = CommandLine.of(tool, site);
        for (String required : line.requires()) {
            if (!exists(required)) {
                return new Refused(End.ABSENT, RunReason.FILE_ABSENT.of(required));
            }
        }
        ProgramLookup programs = new ProgramLookup(site.host());
        List<String> command = withProgram(line.arguments(), programs);
        if (command.isEmpty()) {
            return new Refused(
                    End.ABSENT, RunReason.PROGRAM_NOT_FOUND.of(line.arguments().get(0)));
        }
        Phrase obstacle = obstacle(line, command, site);
        return obstacle != null
                ? new Refused(End.NOT_STARTED, obstacle)
                : new Ready(
                        command,
                        withProgram(CommandLine.ofVersionQuery(tool, site), programs),
                        MinimalEnvironment.of(site.host(), line.environment()),
                        site.directory(),
                        tool.stream(),
                        site.folder().report(tool.reportFile()));
    }

    /** What stands against starting a tool that is there. */
    private static @CheckForNull Phrase obstacle(CommandLine line, List<String> command, LaunchSite site) {
        for (String target : line.targets()) {
            if (site.scans() && !exists(target)) {
                return RunReason.FILE_ABSENT.of(target);
            }
        }
        Host host = site.host();
        long length =
                command.stream().mapToLong(each -> length(each, host) + 1L).sum();
        if (length > host.mostCommandLine()) {
            return RunReason.COMMAND_LINE_TOO_LONG.of(
                    site.files().size(), length, host.mostCommandLine(), CommandLine.FILES_LIST);
        }
        for (String name : line.environment().keySet()) {
            if (!MinimalEnvironment.isName(name)) {
                return RunReason.NO_VARIABLE_NAME.of(name);
            }
        }
        return null;
    }

    private static boolean exists(String path) {
        try {
            return Files.exists(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static int length(String argument, Host host) {
        return host.windows() ? argument.length() : argument.getBytes(StandardCharsets.UTF_8).length;
    }

    /** A command with the path of its program; empty when there is no such program, or no command. */
    private static List<String> withProgram(List<String> arguments, ProgramLookup programs) {
        Path program = arguments.isEmpty() ? null : programs.find(arguments.get(0));
        if (program == null) {
            return List.of();
        }
        List<String> command = new ArrayList<>(arguments);
        command.set(0, program.toString());
        return command;
    }
}
