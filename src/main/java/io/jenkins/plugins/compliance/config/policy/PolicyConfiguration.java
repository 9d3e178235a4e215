package io.jenkins.plugins.compliance.config.policy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Descriptor;
import hudson.model.PersistentDescriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.compliance.config.page.ComplianceCategory;
import io.jenkins.plugins.compliance.config.page.SectionForm;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.record.unwritten.Unwritten;
import java.io.IOException;
import java.nio.file.Path;
import jenkins.model.GlobalConfiguration;
import jenkins.model.GlobalConfigurationCategory;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** Where an administrator says that policy comes from. */
@Extension(ordinal = 40)
@Symbol("policy")
@Restricted(NoExternalUse.class)
public final class PolicyConfiguration extends GlobalConfiguration implements PersistentDescriptor {
    private static final int LEAST_MINUTES = 5;
    private static final int MOST_MINUTES = 7 * 24 * 60;
    private static final int DEFAULT_MINUTES = 60;

    @CheckForNull
    private PolicySource source;

    /** Tells a source that was never chosen from one that can't be read any more, because its plugin has gone. */
    private boolean chosen;

    private int refreshMinutes = DEFAULT_MINUTES;

    @CheckForNull
    private transient PolicySource fallback;

    /** The configuration of this controller. */
    public static PolicyConfiguration get() {
        return ExtensionList.lookupSingleton(PolicyConfiguration.class);
    }

    /** Where policy comes from. */
    public synchronized PolicySource getSource() {
        return inForce();
    }

    /** Chooses where policy comes from. */
    @DataBoundSetter
    public synchronized void setSource(@CheckForNull PolicySource source) {
        this.source = source;
        this.chosen = source != null;
        this.fallback = null;
        save();
    }

    /** The source to ask; the same object until another one is chosen. */
    synchronized PolicySource inForce() {
        PolicySource configured = source;
        if (configured != null) {
            return configured;
        }
        PolicySource other = fallback;
        if (other == null) {
            other = chosen ? new LostSource() : new BundledPolicy(BundledPolicy.DEFAULT_ID);
            fallback = other;
        }
        return other;
    }

    /** How long a version is in force before the source is asked for another, in minutes. */
    public int getRefreshMinutes() {
        return Math.max(LEAST_MINUTES, Math.min(MOST_MINUTES, refreshMinutes));
    }

    /**
     * Says how often the source is asked.
     *
     * @param refreshMinutes from 5 minutes to a week
     * @throws IllegalArgumentException when it is out of bounds
     */
    @DataBoundSetter
    public void setRefreshMinutes(int refreshMinutes) {
        requireMinutes(refreshMinutes);
        this.refreshMinutes = refreshMinutes;
        save();
    }

    private static void requireMinutes(int minutes) {
        if (minutes < LEAST_MINUTES || minutes > MOST_MINUTES) {
            throw new IllegalArgumentException(
                    Messages.PolicyConfiguration_minutes(String.valueOf(LEAST_MINUTES), String.valueOf(MOST_MINUTES)));
        }
    }

    /** What is in force. */
    public PolicyState getState() {
        Jenkins.get().checkPermission(Jenkins.SYSTEM_READ);
        return PolicyStore.get().state();
    }

    @Override
    public synchronized void load() {
        super.load();
        fallback = null;
    }

    @Override
    public String getDisplayName() {
        return Messages.PolicyConfiguration_displayName();
    }

    @Override
    public GlobalConfigurationCategory getCategory() {
        return GlobalConfigurationCategory.get(ComplianceCategory.class);
    }

    @Override
    public boolean configure(StaplerRequest2 request, JSONObject json) throws Descriptor.FormException {
        SectionForm.bind(this, request, json);
        return true;
    }

    /** Tells an administrator while typing. */
    @POST
    public FormValidation doCheckRefreshMinutes(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        try {
            requireMinutes(Integer.parseInt(value.trim()));
            return FormValidation.ok();
        } catch (NumberFormatException e) {
            return FormValidation.error(
                    Messages.PolicyConfiguration_minutes(String.valueOf(LEAST_MINUTES), String.valueOf(MOST_MINUTES)));
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** Asks the source that is configured, now. */
    @POST
    public FormValidation doRefreshNow() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        PolicyState state;
        try {
            state = PolicyStore.get().refresh();
        } catch (IOException e) {
            return FormValidation.error(Unwritten.sentence(e));
        }
        if (state.lastError() != null) {
            return FormValidation.error(state.lastError());
        }
        String refreshed = Messages.PolicyConfiguration_refreshed(state.id(), state.version(), state.digest());
        return PolicyStore.get()
                .unkept()
                .map(reason -> FormValidation.warning(Messages.PolicyConfiguration_unkept(refreshed, reason)))
                .orElseGet(() -> FormValidation.ok(refreshed));
    }

    /** Stands for a source that can't be read, because its plugin has gone: no other policy may take its place unasked. */
    private static final class LostSource extends PolicySource {
        @Override
        public String describe() {
            return Messages.PolicyConfiguration_lost();
        }

        @Override
        String identity() {
            return "lost";
        }

        @Override
        Brought bring(Path into, Limits limits) throws IOException {
            throw new IOException(Messages.PolicyConfiguration_lostAdvice());
        }
    }
}
