package io.jenkins.plugins.compliance.config.policy;

import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.pack.PolicyPacks;
import java.nio.file.Path;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.verb.POST;

/** A policy pack that comes with the plugin. */
@Restricted(NoExternalUse.class)
public final class BundledPolicy extends PolicySource {
    /** The pack of a controller that was not configured. */
    public static final String DEFAULT_ID = "compliance-stages";

    static final String PREFIX = "bundled:";

    private final String id;

    /**
     * @param id id of the pack
     * @throws IllegalArgumentException when none has this id
     */
    @DataBoundConstructor
    public BundledPolicy(String id) {
        String wanted = Util.fixNull(id).trim();
        if (!PolicyPacks.bundledIds().contains(wanted)) {
            throw new IllegalArgumentException(
                    Messages.BundledPolicy_unknown(wanted, String.join(", ", PolicyPacks.bundledIds())));
        }
        this.id = wanted;
    }

    /** Id of the pack. */
    public String getId() {
        return id;
    }

    @Override
    public String describe() {
        return PREFIX + id;
    }

    @Override
    String identity() {
        return PREFIX + id;
    }

    /** What comes with the plugin needs no copy, and changes with the plugin alone. */
    @Override
    Brought bring(Path into, Limits limits) {
        return new Brought(PREFIX + id, null, List.of());
    }

    /** Describes {@link BundledPolicy}. */
    @Extension
    @Symbol("bundled")
    public static final class DescriptorImpl extends Descriptor<PolicySource> {
        @Override
        public String getDisplayName() {
            return Messages.BundledPolicy_displayName();
        }

        /** The packs to choose from. */
        @POST
        public ListBoxModel doFillIdItems() {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            ListBoxModel items = new ListBoxModel();
            PolicyPacks.bundledIds().forEach(items::add);
            return items;
        }
    }
}
