package io.jenkins.plugins.compliance.facts;

import hudson.ExtensionList;
import hudson.model.Node;
import java.util.Optional;
import java.util.Set;
import jenkins.model.Jenkins;

/** What is known about the nodes that a build ran on. */
final class UsedNodes {
    private UsedNodes() {}

    /**
     * States what is known.
     *
     * @param names names of the nodes, empty for the built-in one
     * @param facts takes it
     */
    static void state(Set<String> names, Facts facts) {
        facts.state(ControllerFact.AGENT_ON_CONTROLLER, names.contains(""));
        boolean all = !names.isEmpty();
        boolean known = true;
        for (String name : names) {
            Optional<Boolean> ephemeral = isEphemeral(name);
            known &= ephemeral.isPresent();
            all &= ephemeral.orElse(false);
        }
        if (known && !names.isEmpty()) {
            facts.state(ControllerFact.AGENT_EPHEMERAL, all);
        }
    }

    /** Whether it is thrown away after one build; empty when it can't be told. */
    private static Optional<Boolean> isEphemeral(String name) {
        if (name.isEmpty()) {
            return Optional.of(false);
        }
        Node node = Jenkins.get().getNode(name);
        return node == null
                ? ExtensionList.lookupSingleton(SeenAgents.class).wasEphemeral(name)
                : SeenAgents.isEphemeral(node);
    }
}
