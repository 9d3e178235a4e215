package io.jenkins.plugins.compliance.ending;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.Run;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.FilePathUtils;
import org.jenkinsci.plugins.workflow.actions.WorkspaceAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;

/** The workspace that a pipeline used last. */
final class LastWorkspace {
    private LastWorkspace() {}

    /** The workspace; null when it used none, or the agent is away. */
    @CheckForNull
    static FilePath of(Run<?, ?> run) {
        FlowExecution execution = execution(run).orElse(null);
        if (execution == null) {
            return null;
        }
        FlowNode newest = null;
        for (FlowNode each : new DepthFirstScanner().allNodes(execution)) {
            if (each.getAction(WorkspaceAction.class) != null && (newest == null || isLater(each, newest))) {
                newest = each;
            }
        }
        WorkspaceAction action = newest == null ? null : newest.getAction(WorkspaceAction.class);
        return action == null ? null : FilePathUtils.find(action.getNode(), action.getPath());
    }

    /** The execution of a pipeline; empty for other builds. */
    static Optional<FlowExecution> execution(Run<?, ?> run) {
        FlowExecutionOwner owner =
                run instanceof FlowExecutionOwner.Executable executable ? executable.asFlowExecutionOwner() : null;
        return owner == null ? Optional.empty() : Optional.ofNullable(owner.getOrNull());
    }

    /** Ids of nodes are numbers that grow. */
    private static boolean isLater(FlowNode one, FlowNode other) {
        try {
            return Integer.parseInt(one.getId()) > Integer.parseInt(other.getId());
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
