package io.jenkins.plugins.compliance.facts;

import hudson.model.Cause;
import hudson.triggers.SCMTrigger;
import hudson.triggers.TimerTrigger;
import java.util.List;
import java.util.Optional;

/** Whether it is known who or what started a build. */
final class Triggers {
    private Triggers() {}

    /**
     * Whether a user with a name or a schedule of the controller started it.
     *
     * @return empty when the controller does not know: whether a webhook was signed is known to the plugin that took it alone
     */
    static Optional<Boolean> areAuthenticated(List<Cause> causes) {
        boolean all = !causes.isEmpty();
        for (Cause cause : causes) {
            Optional<Boolean> one = isAuthenticated(cause);
            if (one.isPresent() && !one.get()) {
                return one;
            }
            all &= one.isPresent();
        }
        return all ? Optional.of(true) : Optional.empty();
    }

    private static Optional<Boolean> isAuthenticated(Cause cause) {
        if (cause instanceof Cause.UserIdCause user) {
            return Optional.of(user.getUserId() != null);
        }
        if (cause instanceof Cause.RemoteCause) {
            return Optional.of(false);
        }
        if (cause instanceof Cause.UpstreamCause upstream) {
            return areAuthenticated(upstream.getUpstreamCauses());
        }
        boolean schedule =
                cause instanceof TimerTrigger.TimerTriggerCause || cause instanceof SCMTrigger.SCMTriggerCause;
        return schedule ? Optional.of(true) : Optional.empty();
    }
}
