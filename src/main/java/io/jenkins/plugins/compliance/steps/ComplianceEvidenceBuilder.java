package io.jenkins.plugins.compliance.steps;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractProject;
import hudson.model.Computer;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.BuildStepMonitor;
import hudson.tasks.Builder;
import java.io.IOException;
import java.util.Objects;
import jenkins.tasks.SimpleBuildStep;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;

/** Records evidence in a freestyle build. */
@Restricted(NoExternalUse.class)
public final class ComplianceEvidenceBuilder extends Builder implements SimpleBuildStep {
    private final ComplianceEvidenceStep evidence;

    /**
     * @param evidence what to record
     */
    @DataBoundConstructor
    public ComplianceEvidenceBuilder(ComplianceEvidenceStep evidence) {
        this.evidence = Objects.requireNonNull(evidence);
        evidence.said();
    }

    /** What to record. */
    public ComplianceEvidenceStep getEvidence() {
        return evidence;
    }

    @Override
    public void perform(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener)
            throws IOException, InterruptedException {
        Computer computer = workspace.toComputer();
        new EvidenceRecording(run, computer == null ? null : computer.getName(), null, listener)
                .record(evidence.said(), () -> workspace);
    }

    @Override
    public BuildStepMonitor getRequiredMonitorService() {
        return BuildStepMonitor.NONE;
    }

    private Object readResolve() {
        return new ComplianceEvidenceBuilder(evidence);
    }

    /** Describes {@link ComplianceEvidenceBuilder}. */
    @Extension
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {
        @Override
        public String getDisplayName() {
            return Messages.ComplianceEvidenceBuilder_displayName();
        }

        @Override
        @SuppressWarnings("rawtypes")
        public boolean isApplicable(Class<? extends AbstractProject> type) {
            return true;
        }
    }
}
