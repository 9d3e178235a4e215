package io.jenkins.plugins.compliance.config.policy;

import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import hudson.model.Failure;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import io.jenkins.plugins.compliance.record.unwritten.Unwritten;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.HttpRedirect;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.verb.POST;

/** Warns administrators when the policy in force may not be the one that they mean. */
@Extension
@Restricted(NoExternalUse.class)
public final class PolicyMonitor extends AdministrativeMonitor {
    private static final Duration LONG = Duration.ofDays(1);

    @Override
    public boolean isActivated() {
        return isActivated(PolicyStore.get().state(), ControllerClock.now());
    }

    static boolean isActivated(PolicyState state, Instant now) {
        Instant refreshed = state.refreshedAt();
        Duration patience = Duration.ofMinutes(3L * PolicyConfiguration.get().getRefreshMinutes());
        Duration most = patience.compareTo(LONG) > 0 ? patience : LONG;
        return state.lastError() != null
                || refreshed != null && refreshed.plus(most).isBefore(now);
    }

    /** What is in force. */
    public PolicyState getState() {
        Jenkins.get().checkPermission(getRequiredPermission());
        return PolicyStore.get().state();
    }

    @Override
    public String getDisplayName() {
        return Messages.PolicyMonitor_displayName();
    }

    /** Asks the source now. */
    @POST
    public HttpResponse doRefresh() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        try {
            PolicyStore.get().refresh();
        } catch (IOException e) {
            throw new Failure(Unwritten.sentence(e));
        }
        return new HttpRedirect(Jenkins.get().getRootUrlFromRequest() + "manage/configureCompliance/");
    }
}
