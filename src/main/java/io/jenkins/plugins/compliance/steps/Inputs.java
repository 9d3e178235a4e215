package io.jenkins.plugins.compliance.steps;

import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Inputs of pipelines, which there are only where the plugin of that step is. */
final class Inputs {
    private Inputs() {}

    /** The input that was passed last on the way to a node. */
    static Optional<PassedInput> before(FlowNode node) {
        return Jenkins.get().getPlugin("pipeline-input-step") == null ? Optional.empty() : PassedInput.before(node);
    }
}
