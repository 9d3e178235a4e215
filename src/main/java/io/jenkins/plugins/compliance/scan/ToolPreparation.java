package io.jenkins.plugins.compliance.scan;

import io.jenkins.plugins.compliance.engine.scan.CommandLine;
import io.jenkins.plugins.compliance.engine.scan.MinimalEnvironment;
import io.jenkins.plugins.compliance.engine.scan.Presence;
import io.jenkins.plugins.compliance.engine.scan.ProgramLookup;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import io.jenkins.plugins.compliance.scan.Preparation.State;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Prepares, on the agent, the run of one tool. */
final class ToolPreparation {
    /** Systems allow 128 KiB and more (Linux 2 MiB, Windows 32 KiB, its interpreter 8 KiB); the environment takes its part. */
    private static final int MOST_ARGUMENT_BYTES = File.separatorChar == '\\' ? 8_000 : 1_000_000;

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,200}");

    private final ToolOrder order;
    private final ScanTool tool;
    private final ToolFolder folder;
    private final Map<String, String> callers;
    private final CommandLine.Surroundings on;
    private final Path scanned;

    /**
     * @param order the tool
     * @param scanned the directory to scan
     * @param folder a folder of its own, which does not exist
     * @param callers environment of the agent
     */
    ToolPreparation(ToolOrder order, Path scanned, ToolFolder folder, Map<String, String> callers) {
        this.order = order;
        this.tool = order.tool();
        this.scanned = scanned;
        this.folder = folder;
        this.callers = new TreeMap<>(callers);
        order.secrets().forEach(name -> this.callers.put(name, RunScript.secret(name)));
        on = new CommandLine.Surroundings(
                scanned, folder.report(order.reportFile()), folder.filesList(), order.files(), this.callers::get);
    }

    Preparation prepare() throws IOException {
        List<String> unset = CommandLine.unset(tool);
        if (!unset.isEmpty()) {
            return new Preparation(State.ABSENT, Messages.ToolPreparation_unset(String.join(", ", unset)));
        }
        CommandLine line = CommandLine.of(tool, on);
        Presence presence = Presence.of(line, callers);
        Path program = presence.program();
        if (program == null) {
            return new Preparation(State.ABSENT, String.valueOf(presence.missing()));
        }
        for (Path target : line.targets()) {
            if (!Files.exists(target)) {
                return new Preparation(State.IMPOSSIBLE, Messages.ToolPreparation_noTarget(target));
            }
        }
        List<String> command = withProgram(line.arguments(), program);
        long bytes = command.stream().mapToLong(each -> each.length() + 1L).sum();
        if (bytes > MOST_ARGUMENT_BYTES) {
            return new Preparation(
                    State.IMPOSSIBLE,
                    Messages.ToolPreparation_tooLong(
                            on.files().size(), String.valueOf(bytes), String.valueOf(MOST_ARGUMENT_BYTES)));
        }
        for (String name : line.environment().keySet()) {
            if (!VARIABLE.matcher(name).matches()) {
                return new Preparation(State.IMPOSSIBLE, Messages.ToolPreparation_noVariable(name));
            }
        }
        return write(command, line.environment());
    }

    private Preparation write(List<String> command, Map<String, String> defined) throws IOException {
        Map<String, String> environment = new TreeMap<>(MinimalEnvironment.of(callers, defined));
        RunScript script = new RunScript(
                folder,
                scanned,
                environment,
                order.secrets(),
                version(),
                command,
                order.stream(),
                folder.report(order.reportFile()));
        String text;
        try {
            text = File.separatorChar == '\\' ? WindowsScript.of(script) : UnixScript.of(script);
        } catch (UnspeakableArgumentException e) {
            return new Preparation(State.IMPOSSIBLE, e.getMessage());
        }
        folder.create();
        Files.write(on.filesList(), on.files().stream().map(file -> "./" + file).toList(), StandardCharsets.UTF_8);
        Files.writeString(folder.script(), text);
        return Preparation.READY;
    }

    /** The command that asks for the version; empty when there is none. */
    private List<String> version() {
        List<String> query = CommandLine.ofVersionQuery(tool, on);
        Path program = query.isEmpty() ? null : new ProgramLookup(callers).find(query.get(0));
        return program == null ? List.of() : withProgram(query, program);
    }

    private static List<String> withProgram(List<String> arguments, Path program) {
        List<String> command = new ArrayList<>(arguments);
        command.set(0, program.toString());
        return command;
    }
}
