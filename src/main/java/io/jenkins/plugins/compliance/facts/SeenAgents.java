package io.jenkins.plugins.compliance.facts;

import hudson.Extension;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.slaves.AbstractCloudSlave;
import hudson.slaves.ComputerListener;
import hudson.slaves.DumbSlave;
import hudson.slaves.EphemeralNode;
import io.jenkins.plugins.compliance.record.cache.BoundedCache;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Remembers of agents whether they are thrown away after one build: when that is asked, they may be gone. What came online before
 * the controller started is not known.
 */
@Extension
@Restricted(NoExternalUse.class)
public final class SeenAgents extends ComputerListener {
    private static final int MOST = 10_000;

    private final BoundedCache<String, Boolean> ephemeral = new BoundedCache<>(MOST);

    @Override
    public void onOnline(Computer computer, TaskListener listener) {
        Node node = computer.getNode();
        isEphemeral(node)
                .ifPresentOrElse(
                        known -> ephemeral.put(computer.getName(), known), () -> ephemeral.remove(computer.getName()));
    }

    /** Whether the agent of a name, which is not there any more, was thrown away; empty when it was not seen, or can't be told. */
    Optional<Boolean> wasEphemeral(String name) {
        return Optional.ofNullable(ephemeral.get(name));
    }

    /** Whether a node is thrown away after one build; empty when it can't be told. */
    static Optional<Boolean> isEphemeral(Node node) {
        if (node instanceof DumbSlave) {
            return Optional.of(false);
        }
        if (node instanceof AbstractCloudSlave cloud) {
            return Optional.of(cloud instanceof EphemeralNode
                    || cloud.getRetentionStrategy().getClass().getSimpleName().equals("OnceRetentionStrategy"));
        }
        return Optional.empty();
    }
}
