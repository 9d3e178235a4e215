package io.jenkins.plugins.compliance.steps.facts;

import hudson.model.AbstractBuild;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.Permission;
import io.jenkins.plugins.compliance.record.BuildSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;

/**
 * Facts about a build, by the names that policy uses. Only what the controller truly knows is stated: a fact that is left out is
 * missing to whom it matters, and never a pass.
 */
final class BuildFacts {
    private BuildFacts() {}

    /** The facts as they are now: a build that goes on may come to others. */
    static Map<String, String> of(Run<?, ?> run) {
        Map<String, String> facts = new TreeMap<>();
        Jenkins jenkins = Jenkins.get();
        facts.put("controller.executors", String.valueOf(jenkins.getNumExecutors()));
        facts.put("controller.anonymous-access", anonymous(jenkins));
        facts.put("evidence.signed", "true");
        facts.put("scm.revision-known", String.valueOf(BuildSource.isCommitKnown(run)));
        Triggers.areAuthenticated(run.getCauses())
                .ifPresent(known -> facts.put("pipeline.trigger-authenticated", String.valueOf(known)));
        Optional<FlowExecution> execution = execution(run);
        if (execution.isPresent()) {
            PipelineGraph graph = PipelineGraph.of(execution.get());
            UsedNodes.state(graph.nodes(), facts);
            graph.isTimed().ifPresent(timed -> facts.put("pipeline.timeout", String.valueOf(timed)));
            if (jenkins.getPlugin("workflow-cps") != null && jenkins.getPlugin("workflow-job") != null) {
                CpsFacts.state(run, execution.get(), facts);
            }
        } else if (run instanceof AbstractBuild<?, ?> build) {
            UsedNodes.state(Set.of(build.getBuiltOnStr()), facts);
            facts.put("pipeline.from-scm", "false");
        }
        return facts;
    }

    private static Optional<FlowExecution> execution(Run<?, ?> run) {
        FlowExecutionOwner owner =
                run instanceof FlowExecutionOwner.Executable executable ? executable.asFlowExecutionOwner() : null;
        return owner == null ? Optional.empty() : Optional.ofNullable(owner.getOrNull());
    }

    /** What visitors without a name may do: nothing, read, or more than that. */
    private static String anonymous(Jenkins jenkins) {
        ACL acl = jenkins.getACL();
        boolean more = Permission.getAll().stream()
                .filter(each -> each.enabled && each != Jenkins.READ && !isReading(each))
                .anyMatch(each -> acl.hasPermission2(Jenkins.ANONYMOUS2, each));
        if (more) {
            return "more";
        }
        boolean reads = Permission.getAll().stream()
                .anyMatch(each -> each.enabled && acl.hasPermission2(Jenkins.ANONYMOUS2, each));
        return reads ? "read" : "none";
    }

    private static boolean isReading(Permission permission) {
        for (Permission each = permission; each != null; each = each.impliedBy) {
            if (each.equals(Permission.READ) || each.name.equals("Read") || each.name.equals("Discover")) {
                return true;
            }
        }
        return false;
    }
}
