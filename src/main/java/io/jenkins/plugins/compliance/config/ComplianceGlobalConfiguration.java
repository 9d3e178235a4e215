package io.jenkins.plugins.compliance.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.PersistentDescriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.compliance.config.page.ComplianceCategory;
import io.jenkins.plugins.compliance.config.page.SectionForm;
import io.jenkins.plugins.compliance.engine.assess.Gate;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
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

/** What an administrator decides on judging every job: how strict gates are at least, and how large reports may be. */
@Extension(ordinal = 20)
@Symbol("judging")
@Restricted(NoExternalUse.class)
public final class ComplianceGlobalConfiguration extends GlobalConfiguration implements PersistentDescriptor {
    private static final int MEGABYTE = 1 << 20;
    private static final int MOST_MEGABYTES = 64 * 1024;

    @CheckForNull
    private String gate;

    private int reportMegabytes;
    private int keepFilesDays;

    /** The configuration of this controller. */
    public static ComplianceGlobalConfiguration get() {
        return ExtensionList.lookupSingleton(ComplianceGlobalConfiguration.class);
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

    /** Largest size of one report, in megabytes (1,048,576 bytes). */
    public int getReportMegabytes() {
        return reportMegabytes < 1 ? (int) (Limits.DEFAULTS.reportBytes() / MEGABYTE) : reportMegabytes;
    }

    /**
     * Bounds the size of one report.
     *
     * @param reportMegabytes from 1 megabyte (1,048,576 bytes) to 64 thousand
     * @throws IllegalArgumentException when it is out of bounds
     */
    @DataBoundSetter
    public void setReportMegabytes(int reportMegabytes) {
        requireMegabytes(reportMegabytes);
        this.reportMegabytes = reportMegabytes;
        save();
    }

    private static void requireMegabytes(int megabytes) {
        if (megabytes < 1 || megabytes > MOST_MEGABYTES) {
            throw new IllegalArgumentException(
                    Messages.ComplianceGlobalConfiguration_megabytes(String.valueOf(MOST_MEGABYTES)));
        }
    }

    /** After how many days reports that are kept with ledgers are removed; 0 for never. */
    public int getKeepFilesDays() {
        return Math.max(0, keepFilesDays);
    }

    /**
     * Decides after how many days reports that are kept with ledgers are removed. Entries of ledgers stay for ever.
     *
     * @param keepFilesDays number of days; 0 for never
     * @throws IllegalArgumentException when it is negative
     */
    @DataBoundSetter
    public void setKeepFilesDays(int keepFilesDays) {
        if (keepFilesDays < 0) {
            throw new IllegalArgumentException(Messages.ComplianceGlobalConfiguration_days());
        }
        this.keepFilesDays = keepFilesDays;
        save();
    }

    /** The bounds under which reports are read. */
    public Limits limits() {
        return Limits.DEFAULTS.withReportBytes((long) getReportMegabytes() * MEGABYTE);
    }

    @Override
    public String getDisplayName() {
        return Messages.ComplianceGlobalConfiguration_displayName();
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

    /** The words to choose from. */
    @POST
    public ListBoxModel doFillGateItems() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return GateWords.items();
    }

    /** Tells an administrator while typing. */
    @POST
    public FormValidation doCheckReportMegabytes(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        try {
            requireMegabytes(Integer.parseInt(value.trim()));
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(
                    Messages.ComplianceGlobalConfiguration_megabytes(String.valueOf(MOST_MEGABYTES)));
        }
    }
}
