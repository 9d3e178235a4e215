package io.jenkins.plugins.compliance.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.Extension;
import hudson.Util;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.compliance.config.JobSettings;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.engine.assess.Gate;
import io.jenkins.plugins.compliance.record.BuildJudge;
import java.util.Locale;
import java.util.Set;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/** Judges a build and lets it pass, or not. */
public final class ComplianceGateStep extends Step {
    private String mode;

    /** A gate as strict as the administrator decided. */
    @DataBoundConstructor
    public ComplianceGateStep() {}

    /** How strict it is at least: {@code observe}, {@code warn} or {@code enforce}; null to leave that to the administrator. */
    @CheckForNull
    public String getMode() {
        return mode;
    }

    /**
     * Makes it stricter than the administrator decided.
     *
     * @throws IllegalArgumentException when the word is none of the three
     */
    @DataBoundSetter
    public void setMode(String mode) {
        String word = Util.fixEmptyAndTrim(mode);
        this.mode = word == null ? null : known(word).id();
    }

    private static Gate.Mode known(String word) {
        return Gate.Mode.ofId(word.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new IllegalArgumentException(Messages.ComplianceGateStep_unknownMode(word)));
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        Gate.Mode least = JobSettings.of(context.get(Run.class).getParent()).gate();
        return new Execution(context, mode == null ? least : least.stricter(known(mode)));
    }

    private static final class Execution extends SynchronousNonBlockingStepExecution<Boolean> {
        private static final long serialVersionUID = 1L;

        private final Gate.Mode mode;

        Execution(StepContext context, Gate.Mode mode) {
            super(context);
            this.mode = mode;
        }

        @Override
        protected Boolean run() throws Exception {
            Run<?, ?> run = getContext().get(Run.class);
            TaskListener listener = getContext().get(TaskListener.class);
            JobSettings settings = JobSettings.of(run.getParent());
            BuildJudge judge = new BuildJudge(settings.policy(), Keys.get().trusted(), settings.tags());
            Gate.Decision decision = judge.judge(run, mode, listener);
            new GateLog(listener.getLogger()).print(decision);
            if (!decision.open()) {
                follow(decision, run);
            }
            return decision.open();
        }

        private void follow(Gate.Decision decision, Run<?, ?> run) throws Exception {
            String message =
                    Messages.ComplianceGateStep_closed(decision.failing().size());
            if (mode == Gate.Mode.ENFORCE) {
                throw new AbortException(message);
            }
            if (mode == Gate.Mode.WARN) {
                getContext()
                        .get(FlowNode.class)
                        .addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(message));
                run.setResult(Result.UNSTABLE);
            }
        }
    }

    /** Describes {@link ComplianceGateStep}. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "complianceGate";
        }

        @Override
        public String getDisplayName() {
            return Messages.ComplianceGateStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, FlowNode.class, TaskListener.class);
        }

        /** The words to choose from. */
        @POST
        public ListBoxModel doFillModeItems() {
            ListBoxModel items = new ListBoxModel();
            items.add(Messages.ComplianceGateStep_asConfigured(), "");
            for (Gate.Mode each : Gate.Mode.values()) {
                items.add(each.id());
            }
            return items;
        }
    }
}
