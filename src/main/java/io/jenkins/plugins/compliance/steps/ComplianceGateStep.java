package io.jenkins.plugins.compliance.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.Extension;
import hudson.Util;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.compliance.config.GateWords;
import io.jenkins.plugins.compliance.engine.assess.Gate;
import java.util.Locale;
import java.util.Set;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/** Judges a build and lets it pass, or not. */
@Restricted(NoExternalUse.class)
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

    /** How strict it is at least; null to leave that to administrator, folders and job. */
    @CheckForNull
    Gate.Mode asked() {
        return mode == null ? null : known(mode);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, mode);
    }

    /** Judging is done again after a restart of the controller: it depends on what is recorded, and on nothing else. */
    private static final class Execution extends GeneralNonBlockingStepExecution {
        private static final long serialVersionUID = 1L;

        @CheckForNull
        private final String mode;

        Execution(StepContext context, @CheckForNull String mode) {
            super(context);
            this.mode = mode;
        }

        @Override
        public boolean start() {
            run(this::judge);
            return false;
        }

        @Override
        public void onResume() {
            run(this::judge);
        }

        @Override
        public boolean blocksRestart() {
            return false;
        }

        private void judge() throws Exception {
            StepContext context = getContext();
            Run<?, ?> run = context.get(Run.class);
            Gate.Decision decision =
                    GateJudging.judge(run, mode == null ? null : known(mode), context.get(TaskListener.class));
            if (!decision.open()) {
                follow(decision, run);
            }
            context.onSuccess(decision.open());
        }

        private void follow(Gate.Decision decision, Run<?, ?> run) throws Exception {
            String message =
                    Messages.ComplianceGateStep_closed(decision.failing().size());
            if (decision.mode() == Gate.Mode.ENFORCE) {
                throw new AbortException(message);
            }
            if (decision.mode() == Gate.Mode.WARN) {
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
            items.addAll(GateWords.items());
            return items;
        }
    }
}
