package io.jenkins.plugins.compliance.facts;

import hudson.model.Run;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.cps.CpsFlowExecution;
import org.jenkinsci.plugins.workflow.cps.CpsScmFlowDefinition;
import org.jenkinsci.plugins.workflow.cps.replay.ReplayCause;
import org.jenkinsci.plugins.workflow.flow.FlowDefinition;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;

/** What is known about the script of a pipeline. Only to be used where the plugins of Groovy pipelines are there. */
final class CpsFacts {
    /** Takes the script from the branch that is built; its class is not for others to use. */
    private static final String OF_BRANCH = "org.jenkinsci.plugins.workflow.multibranch.SCMBinder";

    private CpsFacts() {}

    /** States what is known. A replayed build ran what somebody typed. */
    static void state(Run<?, ?> run, FlowExecution execution, Facts facts) {
        if (execution instanceof CpsFlowExecution cps) {
            facts.state(ControllerFact.PIPELINE_SCRIPT_SANDBOXED, cps.isSandbox());
        }
        FlowDefinition definition = run.getParent() instanceof WorkflowJob job ? job.getDefinition() : null;
        if (isReplayed(run) || definition instanceof CpsFlowDefinition) {
            facts.state(ControllerFact.PIPELINE_FROM_SCM, false);
            facts.state(ControllerFact.PIPELINE_DEFINITION_TRUSTED, false);
        } else if (definition instanceof CpsScmFlowDefinition
                || (definition != null && definition.getClass().getName().equals(OF_BRANCH))) {
            facts.state(ControllerFact.PIPELINE_FROM_SCM, true);
        }
    }

    /** Whether a build ran an older one's script again, which may have been edited before. */
    static boolean isReplayed(Run<?, ?> run) {
        return run.getCause(ReplayCause.class) != null;
    }

    /** Whether a pipeline is a Groovy script. */
    static boolean isGroovy(FlowExecution execution) {
        return execution instanceof CpsFlowExecution;
    }
}
