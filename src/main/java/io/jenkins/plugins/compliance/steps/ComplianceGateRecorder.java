package io.jenkins.plugins.compliance.steps;

import hudson.EnvVars;
import hudson.Extension;
import hudson.model.AbstractProject;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.BuildStepMonitor;
import hudson.tasks.Publisher;
import hudson.tasks.Recorder;
import io.jenkins.plugins.compliance.engine.assess.Gate;
import java.io.IOException;
import java.util.Objects;
import jenkins.tasks.SimpleBuildStep;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;

/** Judges a freestyle build when it has ended and lets it pass, or not. */
@Restricted(NoExternalUse.class)
public final class ComplianceGateRecorder extends Recorder implements SimpleBuildStep {
    private final ComplianceGateStep gate;

    /**
     * @param gate how strict it is
     */
    @DataBoundConstructor
    public ComplianceGateRecorder(ComplianceGateStep gate) {
        this.gate = Objects.requireNonNull(gate);
        gate.asked();
    }

    /** How strict it is. */
    public ComplianceGateStep getGate() {
        return gate;
    }

    @Override
    public void perform(Run<?, ?> run, EnvVars env, TaskListener listener) throws IOException, InterruptedException {
        Gate.Decision decision = GateJudging.judge(run, gate.asked(), listener);
        if (!decision.open() && decision.mode() != Gate.Mode.OBSERVE) {
            listener.error(Messages.ComplianceGateStep_closed(decision.failing().size()));
            run.setResult(decision.mode() == Gate.Mode.ENFORCE ? Result.FAILURE : Result.UNSTABLE);
        }
    }

    @Override
    public boolean requiresWorkspace() {
        return false;
    }

    @Override
    public BuildStepMonitor getRequiredMonitorService() {
        return BuildStepMonitor.NONE;
    }

    private Object readResolve() {
        return new ComplianceGateRecorder(gate);
    }

    /** Describes {@link ComplianceGateRecorder}. */
    @Extension
    public static final class DescriptorImpl extends BuildStepDescriptor<Publisher> {
        @Override
        public String getDisplayName() {
            return Messages.ComplianceGateRecorder_displayName();
        }

        @Override
        @SuppressWarnings("rawtypes")
        public boolean isApplicable(Class<? extends AbstractProject> type) {
            return true;
        }
    }
}
