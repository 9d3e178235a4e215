package io.jenkins.plugins.compliance.cli.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.scan.Host;
import io.jenkins.plugins.compliance.engine.scan.Launch;
import io.jenkins.plugins.compliance.engine.scan.LaunchSite;
import io.jenkins.plugins.compliance.engine.scan.LaunchTemplate;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
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
        return launch(tool, environment) instanceof Launch.Ready;
    }

    private static Answer answer(ScanTool tool, Map<String, String> environment, LiveProcesses live)
            throws InterruptedException {
        Launch launch = launch(tool, environment);
        return launch instanceof Launch.Refused refused
                ? new Answer(tool, null, refused.why().toString())
                : new Answer(tool, new VersionQuery(live, (Launch.Ready) launch).ask(tool.version()), null);
    }

    private static Launch launch(ScanTool tool, Map<String, String> environment) {
        return Launch.of(LaunchTemplate.of(tool), LaunchSite.survey(Host.here(environment)));
    }
}
