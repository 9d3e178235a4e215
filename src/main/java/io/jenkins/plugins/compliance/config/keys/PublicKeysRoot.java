package io.jenkins.plugins.compliance.config.keys;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.RootAction;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.StaplerProxy;

/** What the controller publishes for verifiers, at {@code /compliance/keys}: whoever may see Jenkins may see it. */
@Extension
@Restricted(NoExternalUse.class)
public final class PublicKeysRoot implements RootAction, StaplerProxy {
    /** Null: verifiers are given its address. */
    @Override
    @CheckForNull
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return Messages.PublicKeysRoot_displayName();
    }

    @Override
    public String getUrlName() {
        return "compliance";
    }

    @Override
    public Object getTarget() {
        Jenkins.get().checkPermission(Jenkins.READ);
        return this;
    }

    /** The page of the keys. */
    public PublicKeysPage getKeys() {
        Jenkins.get().checkPermission(Jenkins.READ);
        return new PublicKeysPage();
    }
}
