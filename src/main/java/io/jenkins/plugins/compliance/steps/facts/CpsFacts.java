package io.jenkins.plugins.compliance.steps.facts;

import hudson.model.Run;
import java.util.Map;
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

    /** What a build remembers of the libraries that it loaded; its class is not for others to use either. */
    private static final String OF_LIBRARIES = "org.jenkinsci.plugins.workflow.libs.LibrariesAction";

    private CpsFacts() {}

    /** States what is known. A replayed build ran what somebody typed. */
    static void state(Run<?, ?> run, FlowExecution execution, Map<String, String> facts) {
        if (execution instanceof CpsFlowExecution cps) {
            facts.put("pipeline.script-sandboxed", String.valueOf(cps.isSandbox()));
            // Only where there is no plugin for libraries: it notes them with every build, and does not tell a tag from
            // a branch.
            if (run.getActions().stream()
                    .noneMatch(each -> each.getClass().getName().equals(OF_LIBRARIES))) {
                facts.put("pipeline.libraries-pinned", "none");
            }
        }
        FlowDefinition definition = run.getParent() instanceof WorkflowJob job ? job.getDefinition() : null;
        boolean replayed = run.getCause(ReplayCause.class) != null;
        if (replayed || definition instanceof CpsFlowDefinition) {
            facts.put("pipeline.from-scm", "false");
            facts.put("pipeline.definition-trusted", "false");
        } else if (definition instanceof CpsScmFlowDefinition
                || (definition != null && definition.getClass().getName().equals(OF_BRANCH))) {
            facts.put("pipeline.from-scm", "true");
        }
    }
}
