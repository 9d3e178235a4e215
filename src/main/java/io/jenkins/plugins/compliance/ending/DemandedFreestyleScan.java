package io.jenkins.plugins.compliance.ending;

import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.model.Environment;
import hudson.model.TopLevelItem;
import hudson.model.listeners.RunListener;
import io.jenkins.plugins.compliance.config.JobSettings;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.scan.BlockingScan;
import io.jenkins.plugins.compliance.scan.ScanRequest;
import java.io.IOException;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Scans the workspace of a freestyle build between its last build step and its first post-build action, if scans are demanded of it
 * and none was made. The gate, a post-build action, then has their evidence.
 */
@Extension
@Restricted(NoExternalUse.class)
public final class DemandedFreestyleScan extends RunListener<AbstractBuild<?, ?>> {
    @Override
    @SuppressWarnings("rawtypes")
    public Environment setUpEnvironment(AbstractBuild build, Launcher launcher, BuildListener listener) {
        return new Environment() {
            @Override
            public boolean tearDown(AbstractBuild ended, BuildListener log) throws IOException, InterruptedException {
                scan(ended, log);
                return true;
            }
        };
    }

    private static void scan(AbstractBuild<?, ?> build, BuildListener listener)
            throws IOException, InterruptedException {
        FilePath workspace = build.getWorkspace();
        boolean demanded = build.getParent() instanceof TopLevelItem
                && workspace != null
                && JobSettings.of(build.getParent()).scanDemanded();
        if (demanded && !EndOfBuild.isScanned(build)) {
            try {
                BlockingScan.run(build, workspace, listener, ScanRequest.WHOLE);
            } catch (IOException e) {
                listener.error(Messages.DemandedFreestyleScan_failed(DisplayText.line(String.valueOf(e.getMessage()))));
            }
        }
    }
}
