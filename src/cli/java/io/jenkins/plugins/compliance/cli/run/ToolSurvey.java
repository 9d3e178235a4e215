package io.jenkins.plugins.compliance.cli.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.scan.CommandLine;
import io.jenkins.plugins.compliance.engine.scan.MinimalEnvironment;
import io.jenkins.plugins.compliance.engine.scan.Presence;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Looks which tools are there to be run, and in which version, without running a scan. */
public final class ToolSurvey {
    private ToolSurvey() {}

    /**
     * What was found about a tool.
     *
     * @param tool the tool
     * @param version its version; null when it is not there or does not say
     * @param missing why it can't be run; null when it can
     */
    public record Answer(
            ScanTool tool,
            @CheckForNull String version,
            @CheckForNull String missing) {
        /** Whether it can be run. */
        public boolean present() {
            return missing == null;
        }

        /** Its version, or what is missing. */
        public String detail() {
            return missing != null ? missing : version == null ? "(unknown version)" : version;
        }
    }

    /**
     * Asks about tools, several at a time.
     *
     * @param tools the tools
     * @param environment environment of the caller
     */
    public static List<Answer> of(List<ScanTool> tools, Map<String, String> environment) throws InterruptedException {
        ExecutorService threads =
                Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()));
        LiveProcesses live = new LiveProcesses();
        try {
            List<Future<Answer>> futures = new ArrayList<>();
            for (ScanTool tool : tools) {
                futures.add(threads.submit(() -> answer(tool, environment, live)));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            live.killAll();
            threads.shutdownNow();
        }
    }

    /** Whether a tool is there to be run; it is not asked for its version. */
    public static boolean isPresent(ScanTool tool, Map<String, String> environment) {
        return CommandLine.unset(tool).isEmpty()
                && Presence.of(CommandLine.of(tool, nowhere(tool, environment)), environment)
                                .program()
                        != null;
    }

    /** A call that scans nothing. */
    private static CommandLine.Surroundings nowhere(ScanTool tool, Map<String, String> environment) {
        Path here = Path.of("").toAbsolutePath();
        return new CommandLine.Surroundings(
                here, here.resolve(tool.report().file()), here.resolve("files.txt"), List.of(), environment::get);
    }

    private static Answer answer(ScanTool tool, Map<String, String> environment, LiveProcesses live)
            throws InterruptedException {
        List<String> unset = CommandLine.unset(tool);
        if (!unset.isEmpty()) {
            return new Answer(tool, null, "setting " + String.join(", ", unset) + " is not set");
        }
        CommandLine.Surroundings on = nowhere(tool, environment);
        CommandLine line = CommandLine.of(tool, on);
        Presence presence = Presence.of(line, environment);
        if (presence.program() == null) {
            return new Answer(tool, null, String.valueOf(presence.missing()));
        }
        Map<String, String> minimal = MinimalEnvironment.of(environment, line.environment());
        return new Answer(tool, new VersionQuery(live, on, environment).ask(tool, minimal), null);
    }
}
