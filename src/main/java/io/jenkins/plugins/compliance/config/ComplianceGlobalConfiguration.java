package io.jenkins.plugins.compliance.config;

import hudson.BulkChange;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.PersistentDescriptor;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.compliance.engine.assess.Gate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** What an administrator decides for every job: the policy, and how strict gates are at least. */
@Extension
@Symbol("complianceStages")
public final class ComplianceGlobalConfiguration extends GlobalConfiguration implements PersistentDescriptor {
    private PolicySource policy;
    private String gate;

    /** The configuration of this controller. */
    public static ComplianceGlobalConfiguration get() {
        return ExtensionList.lookupSingleton(ComplianceGlobalConfiguration.class);
    }

    /** Where policy comes from. */
    public PolicySource getPolicy() {
        return policy == null ? new BundledPolicy(BundledPolicy.DEFAULT_ID) : policy;
    }

    /** Chooses where policy comes from. */
    @DataBoundSetter
    public void setPolicy(PolicySource policy) {
        this.policy = policy;
        save();
    }

    /** How strict a gate is at least: {@code observe}, {@code warn} or {@code enforce}. */
    public String getGate() {
        return gate == null ? Gate.Mode.OBSERVE.id() : gate;
    }

    /**
     * Decides how strict a gate is at least.
     *
     * @throws IllegalArgumentException when the word is none of the three
     */
    @DataBoundSetter
    public void setGate(String gate) {
        String word = Util.fixNull(gate).trim().toLowerCase(Locale.ROOT);
        if (Gate.Mode.ofId(word).isEmpty()) {
            throw new IllegalArgumentException(Messages.ComplianceGlobalConfiguration_unknownGate(
                    word, Arrays.stream(Gate.Mode.values()).map(Gate.Mode::id).collect(Collectors.joining(", "))));
        }
        this.gate = word;
        save();
    }

    /** How strict a gate is at least. A word in the XML that is none weakens nothing: it enforces. */
    public Gate.Mode gateMode() {
        return Gate.Mode.ofId(getGate()).orElse(Gate.Mode.ENFORCE);
    }

    @Override
    public String getDisplayName() {
        return Messages.ComplianceGlobalConfiguration_displayName();
    }

    @Override
    public boolean configure(StaplerRequest2 request, JSONObject json) {
        try (BulkChange change = new BulkChange(this)) {
            request.bindJSON(this, json);
            change.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    /** The words to choose from. */
    @POST
    public ListBoxModel doFillGateItems() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.Gate_observe(), Gate.Mode.OBSERVE.id());
        items.add(Messages.Gate_warn(), Gate.Mode.WARN.id());
        items.add(Messages.Gate_enforce(), Gate.Mode.ENFORCE.id());
        return items;
    }
}
