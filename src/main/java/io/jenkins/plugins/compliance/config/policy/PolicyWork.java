package io.jenkins.plugins.compliance.config.policy;

import hudson.Extension;
import hudson.model.AsyncPeriodicWork;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Asks the source of the policy whenever its time has come. */
@Extension
@Restricted(NoExternalUse.class)
public final class PolicyWork extends AsyncPeriodicWork {
    /** Looks after the policy. */
    public PolicyWork() {
        super("Compliance policy refresh");
    }

    @Override
    public long getRecurrencePeriod() {
        return TimeUnit.MINUTES.toMillis(1);
    }

    @Override
    protected Level getNormalLoggingLevel() {
        return Level.FINE;
    }

    @Override
    protected void execute(TaskListener listener) throws IOException {
        PolicyStore.get().refreshWhenDue();
    }
}
