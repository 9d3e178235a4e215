package io.jenkins.plugins.compliance.facts;

import hudson.ExtensionList;
import hudson.model.AbstractBuild;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.compliance.record.origin.BuildSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;

/**
 * Facts about a build, by the names that policy uses. Only what the controller truly knows is stated: a fact that is left out is
 * missing to whom it matters, and never a pass.
 */
final class BuildFacts {
    private BuildFacts() {}

    /** The facts as they are now: a build that goes on may come to others. Read with the permissions of the controller itself. */
    static Map<String, String> of(Run<?, ?> run) {
        Facts facts = new Facts();
        try (ACLContext asController = ACL.as2(ACL.SYSTEM2)) {
            FactReading.read(ControllerSettings::state, "the controller", run, facts);
            FactReading.read(
                    (build, found) ->
                            ExtensionList.lookupSingleton(OpenAdvisories.class).state(found),
                    "advisories",
                    run,
                    facts);
            FactReading.read(BuildFacts::origin, "the origin", run, facts);
            FactReading.read(CredentialFacts::state, "credentials", run, facts);
            FactReading.read(BuildFacts::execution, "the execution", run, facts);
        }
        return facts.stated();
    }

    private static void origin(Run<?, ?> run, Facts facts) {
        facts.state(ControllerFact.EVIDENCE_SIGNED, true);
        facts.state(ControllerFact.SCM_REVISION_KNOWN, BuildSource.isCommitKnown(run));
        Triggers.areAuthenticated(run.getCauses())
                .ifPresent(known -> facts.state(ControllerFact.PIPELINE_TRIGGER_AUTHENTICATED, known));
    }

    private static void execution(Run<?, ?> run, Facts facts) {
        FlowExecutionOwner owner =
                run instanceof FlowExecutionOwner.Executable executable ? executable.asFlowExecutionOwner() : null;
        FlowExecution execution = owner == null ? null : owner.getOrNull();
        if (execution != null) {
            FactReading.read((build, found) -> graph(execution, found), "the steps", run, facts);
            if (isThere("workflow-cps") && isThere("workflow-job")) {
                FactReading.read((build, found) -> CpsFacts.state(build, execution, found), "the script", run, facts);
                FactReading.read(
                        (build, found) -> libraries(build, execution, found), "the shared libraries", run, facts);
            }
        } else if (run instanceof AbstractBuild<?, ?> build) {
            UsedNodes.state(Set.of(build.getBuiltOnStr()), facts);
            facts.state(ControllerFact.PIPELINE_FROM_SCM, false);
            facts.state(ControllerFact.PIPELINE_LIBRARIES_PINNED, "none");
        }
    }

    private static void graph(FlowExecution execution, Facts facts) {
        PipelineGraph graph = PipelineGraph.of(execution);
        UsedNodes.state(graph.nodes(), facts);
        Optional<Boolean> timed = graph.isTimed();
        timed.ifPresent(known -> facts.state(ControllerFact.PIPELINE_TIMEOUT, known));
    }

    private static void libraries(Run<?, ?> run, FlowExecution execution, Facts facts) {
        if (isThere("pipeline-groovy-lib")) {
            LibraryFacts.state(run, facts);
        } else if (CpsFacts.isGroovy(execution)) {
            facts.state(ControllerFact.PIPELINE_LIBRARIES_PINNED, "none");
        }
    }

    private static boolean isThere(String plugin) {
        return Jenkins.get().getPlugin(plugin) != null;
    }
}
