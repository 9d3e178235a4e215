package io.jenkins.plugins.compliance.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Job;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import jenkins.model.OptionalJobProperty;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** What a job says of itself and demands of itself, beyond administrator and folders. It can only add. */
@Restricted(NoExternalUse.class)
public final class ComplianceJobProperty extends OptionalJobProperty<Job<?, ?>> {
    @CheckForNull
    private String tags;

    @CheckForNull
    private String archetype;

    @CheckForNull
    private String gate;

    @CheckForNull
    private String procedures;

    /** A property that adds nothing yet. */
    @DataBoundConstructor
    public ComplianceJobProperty() {}

    /** Tags, {@code key=value}, one a line or with commas between. */
    @CheckForNull
    public String getTags() {
        return tags;
    }

    /**
     * Adds tags.
     *
     * @throws IllegalArgumentException when one is no tag
     */
    @DataBoundSetter
    public void setTags(@CheckForNull String tags) {
        LevelSettings.parse(tags);
        this.tags = Util.fixEmptyAndTrim(tags);
    }

    /** Id of an archetype that it is of whatever its tags say; null for none. */
    @CheckForNull
    public String getArchetype() {
        return archetype;
    }

    /**
     * Names an archetype.
     *
     * @throws IllegalArgumentException when it is no id
     */
    @DataBoundSetter
    public void setArchetype(@CheckForNull String archetype) {
        String id = Util.fixEmptyAndTrim(archetype);
        LevelSettings.requireAddition(id, null);
        this.archetype = id;
    }

    /** How strict gates are at least; null to leave that to administrator and folders. */
    @CheckForNull
    public String getGate() {
        return gate;
    }

    /**
     * Makes gates stricter.
     *
     * @throws IllegalArgumentException when the word is none of the three
     */
    @DataBoundSetter
    public void setGate(@CheckForNull String gate) {
        this.gate = LevelSettings.requireGate(gate);
    }

    /** YAML with further procedures; null for none. */
    @CheckForNull
    public String getProcedures() {
        return procedures;
    }

    /**
     * Adds procedures.
     *
     * @throws IllegalArgumentException when they have a mistake that shows without the policy
     */
    @DataBoundSetter
    public void setProcedures(@CheckForNull String procedures) {
        LevelSettings.requireAddition(null, procedures);
        this.procedures = Util.fixEmptyAndTrim(procedures);
    }

    LevelSettings settings(String what) {
        return new LevelSettings(what, tags, archetype, gate, procedures);
    }

    /** Describes {@link ComplianceJobProperty}. */
    @Extension
    @Symbol("compliance")
    public static final class DescriptorImpl extends OptionalJobPropertyDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.ComplianceJobProperty_displayName();
        }

        @Override
        @CheckForNull
        public OptionalJobProperty<?> newInstance(@CheckForNull StaplerRequest2 request, JSONObject form)
                throws FormException {
            try {
                return (OptionalJobProperty<?>) super.newInstance(request, form);
            } catch (RuntimeException | LinkageError e) {
                throw LevelForm.mistake(e);
            }
        }

        /** The words to choose from. */
        @POST
        public ListBoxModel doFillGateItems(@AncestorInPath Item item) {
            LevelForm.requireConfigure(item);
            return GateWords.itemsOrInherited();
        }

        /** Tells while typing. */
        @POST
        public FormValidation doCheckTags(@AncestorInPath Item item, @QueryParameter String value) {
            LevelForm.requireConfigure(item);
            return LevelForm.checkTags(value);
        }

        /** Tells while typing whether the policy in force has the archetype. */
        @POST
        public FormValidation doCheckArchetype(@AncestorInPath Item item, @QueryParameter String value) {
            LevelForm.requireConfigure(item);
            return LevelForm.checkAddition(value, null);
        }

        /** Tells while typing whether the policy in force can take the procedures. */
        @POST
        public FormValidation doCheckProcedures(@AncestorInPath Item item, @QueryParameter String value) {
            LevelForm.requireConfigure(item);
            return LevelForm.checkAddition(null, value);
        }
    }
}
