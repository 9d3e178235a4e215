package io.jenkins.plugins.compliance.steps;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractProject;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.BuildStepMonitor;
import hudson.tasks.Builder;
import io.jenkins.plugins.compliance.scan.BlockingScan;
import java.io.IOException;
import java.util.Objects;
import jenkins.tasks.SimpleBuildStep;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;

/** Runs the scan tools that policy demands of a freestyle build, and records what they found. */
@Restricted(NoExternalUse.class)
public final class ComplianceScanBuilder extends Builder implements SimpleBuildStep {
    private final ComplianceScanStep scan;

    /**
     * @param scan how far the build narrows the scan
     */
    @DataBoundConstructor
    public ComplianceScanBuilder(ComplianceScanStep scan) {
        this.scan = Objects.requireNonNull(scan);
        scan.request();
    }

    /** How far the build narrows the scan. */
    public ComplianceScanStep getScan() {
        return scan;
    }

    @Override
    public void perform(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener)
            throws IOException, InterruptedException {
        BlockingScan.run(run, workspace, listener, scan.request());
    }

    @Override
    public BuildStepMonitor getRequiredMonitorService() {
        return BuildStepMonitor.NONE;
    }

    private Object readResolve() {
        return new ComplianceScanBuilder(scan);
    }

    /** Describes {@link ComplianceScanBuilder}. */
    @Extension
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {
        @Override
        public String getDisplayName() {
            return Messages.ComplianceScanBuilder_displayName();
        }

        @Override
        @SuppressWarnings("rawtypes")
        public boolean isApplicable(Class<? extends AbstractProject> type) {
            return true;
        }
    }
}
