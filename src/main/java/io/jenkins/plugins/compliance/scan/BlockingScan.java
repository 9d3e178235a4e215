package io.jenkins.plugins.compliance.scan;

import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Scans a build that is no pipeline, or whose pipeline calls no step, and waits until that is done. */
@Restricted(NoExternalUse.class)
public final class BlockingScan {
    private BlockingScan() {}

    /**
     * Runs what policy demands of a build, records it, and tells about it in the log.
     *
     * <p>Tools are started as the administrator configured the agent: no launcher that a build has decorated is asked for, for
     * it could run another program than the tool.
     *
     * @param run the build
     * @param workspace its workspace, on the agent to scan on
     * @param listener its log
     * @param request how far the build narrows the scan
     * @return whether everything that was to be scanned was, and counts
     * @throws InterruptedException when it was interrupted; nothing of it runs any more, and nothing is recorded
     * @throws IOException when it can't be planned or recorded
     */
    public static boolean run(Run<?, ?> run, FilePath workspace, TaskListener listener, ScanRequest request)
            throws IOException, InterruptedException {
        Computer computer = workspace.toComputer();
        if (computer == null) {
            throw new IOException(Messages.ToolProcess_noNode());
        }
        ScanContext build = new ScanContext(run, computer.getName(), null, listener);
        boolean done = false;
        try (Scan scan = new Scan(build, new ScanState(request), () -> {})) {
            try {
                Optional<Duration> wait = scan.advance(workspace);
                while (wait.isPresent()) {
                    Thread.sleep(wait.get().toMillis());
                    wait = scan.advance(workspace);
                }
                done = true;
                return scan.complete();
            } finally {
                if (!done) {
                    scan.kill(workspace);
                }
            }
        }
    }
}
