package io.jenkins.plugins.compliance.ending;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.Job;
import hudson.model.Run;
import hudson.slaves.WorkspaceList;
import hudson.util.StreamTaskListener;
import io.jenkins.plugins.compliance.config.JobSettings;
import io.jenkins.plugins.compliance.record.archive.BuildAttachment;
import io.jenkins.plugins.compliance.scan.BlockingScan;
import io.jenkins.plugins.compliance.scan.ScanRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Scans the last workspace of a pipeline that has ended and made no scan though it is demanded. No step of the pipeline has to ask
 * for it, and none can prevent it but by leaving no workspace behind; then nothing is recorded, and policy finds its evidence
 * missing. What a later build may have changed is not scanned: it would pass for the earlier one's.
 */
final class DemandedScan {
    private static final Logger LOGGER = Logger.getLogger(DemandedScan.class.getName());
    private static final String LOG = "demanded-scan.log";

    private DemandedScan() {}

    /**
     * Scans, if that is to be done.
     *
     * @return whether something was recorded
     */
    static boolean after(Run<?, ?> run, JobSettings settings) throws IOException, InterruptedException {
        if (!settings.scanDemanded() || EndOfBuild.isScanned(run)) {
            return false;
        }
        FilePath workspace = LastWorkspace.of(run);
        Computer computer = workspace == null ? null : workspace.toComputer();
        if (workspace == null || computer == null || isFollowed(run)) {
            LOGGER.log(
                    Level.INFO, "the scans that are demanded of {0} can''t be made: no workspace of it is left", run);
            return false;
        }
        try (WorkspaceList.Lease lease = computer.getWorkspaceList().acquire(workspace)) {
            return !isFollowed(run) && workspace.isDirectory() && scan(run, workspace);
        }
    }

    private static boolean scan(Run<?, ?> run, FilePath workspace) throws IOException, InterruptedException {
        Path log = Files.createTempFile("compliance-scan", ".log");
        try {
            try (StreamTaskListener listener = new StreamTaskListener(log.toFile(), StandardCharsets.UTF_8)) {
                BlockingScan.run(run, workspace, listener, ScanRequest.WHOLE);
            }
            return EndOfBuild.isScanned(run);
        } finally {
            BuildAttachment.archive(run, LOG, log);
            Files.delete(log);
        }
    }

    /** Whether another build may have used the workspace since. */
    private static boolean isFollowed(Run<?, ?> run) {
        Job<?, ?> job = run.getParent();
        @CheckForNull Run<?, ?> last = job.getLastBuild();
        return last != null && last.getNumber() != run.getNumber();
    }
}
