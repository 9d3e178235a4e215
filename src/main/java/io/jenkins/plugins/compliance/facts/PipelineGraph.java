package io.jenkins.plugins.compliance.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jenkinsci.plugins.workflow.actions.WorkspaceAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.StepNode;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/**
 * What the steps of a pipeline tell.
 *
 * @param nodes names of the nodes that it ran on, empty for the built-in one
 * @param commands the steps that ran commands
 */
record PipelineGraph(Set<String> nodes, List<FlowNode> commands) {
    private static final Set<String> COMMANDS = Set.of("sh", "bat", "powershell", "pwsh");

    /** Looks through all steps that there are. */
    static PipelineGraph of(FlowExecution execution) {
        Set<String> nodes = new TreeSet<>();
        List<FlowNode> commands = new ArrayList<>();
        for (FlowNode each : new DepthFirstScanner().allNodes(execution)) {
            WorkspaceAction workspace = each.getAction(WorkspaceAction.class);
            if (workspace != null) {
                nodes.add(workspace.getNode());
            }
            if (COMMANDS.contains(function(each))) {
                commands.add(each);
            }
        }
        return new PipelineGraph(nodes, commands);
    }

    /** Whether every command ran under a time limit of the pipeline; empty when there was none. */
    Optional<Boolean> isTimed() {
        return commands.isEmpty()
                ? Optional.empty()
                : Optional.of(commands.stream()
                        .allMatch(each -> each.getEnclosingBlocks().stream()
                                .anyMatch(block -> function(block).equals("timeout"))));
    }

    private static String function(FlowNode node) {
        StepDescriptor descriptor = node instanceof StepNode step ? step.getDescriptor() : null;
        return descriptor == null ? "" : descriptor.getFunctionName();
    }
}
