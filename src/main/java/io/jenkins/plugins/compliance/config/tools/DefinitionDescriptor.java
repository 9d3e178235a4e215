package io.jenkins.plugins.compliance.config.tools;

import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.Label;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.compliance.engine.policy.tag.PolicySyntaxException;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import io.jenkins.plugins.compliance.engine.scan.ToolPresets;
import java.util.List;
import java.util.Locale;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Describes {@link ToolDefinition}. */
@Extension
@Restricted(NoExternalUse.class)
public final class DefinitionDescriptor extends Descriptor<ToolDefinition> {
    private static final List<String> CATEGORIES =
            List.of("sast", "sca", "sbom", "secrets", "iac", "container", "dast", "host", "licence", "quality");

    /** The description of {@link ToolDefinition}. */
    public DefinitionDescriptor() {
        super(ToolDefinition.class);
    }

    @Override
    public String getDisplayName() {
        return Messages.ToolDefinition_displayName();
    }

    /** The presets that a definition can change. */
    @POST
    public ListBoxModel doFillPresetItems() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.ToolDefinition_noPreset(), "");
        ToolPresets.all().tools().forEach(each -> items.add(each.id()));
        return items;
    }

    /** The usual categories. */
    @POST
    public ComboBoxModel doFillCategoryItems() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return new ComboBoxModel(CATEGORIES);
    }

    /** The formats that are read. */
    @POST
    public ListBoxModel doFillReportFormatItems() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.ToolDefinition_asPreset(), "");
        ReportReaders.standard().all().forEach(each -> items.add(each.title(), each.format()));
        return items;
    }

    /** Where a report can be written. */
    @POST
    public ListBoxModel doFillReportStreamItems() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.ToolDefinition_asPreset(), "");
        for (ScanTool.Stream each : ScanTool.Stream.values()) {
            items.add(each.name().toLowerCase(Locale.ROOT));
        }
        return items;
    }

    /** Tells an administrator while typing. */
    @POST
    public FormValidation doCheckWhen(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        try {
            Selector.parse(Util.fixNull(value).trim());
            return FormValidation.ok();
        } catch (PolicySyntaxException e) {
            return FormValidation.error(Messages.ToolDefinition_noSelector(e.column(), e.getMessage()));
        }
    }

    /** Tells an administrator while typing. */
    @POST
    public FormValidation doCheckLabel(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        try {
            if (Util.fixEmptyAndTrim(value) != null) {
                Label.parseExpression(value.trim());
            }
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(Messages.ToolReading_noLabel(value));
        }
    }

    /** Tells an administrator while typing. */
    @POST
    public FormValidation doCheckExitCodes(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return checkPairs(() -> TextLines.words(value));
    }

    /** Tells an administrator while typing. */
    @POST
    public FormValidation doCheckSettings(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return checkPairs(() -> TextLines.pairs(value));
    }

    /** Tells an administrator while typing. */
    @POST
    public FormValidation doCheckEnvironment(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return checkPairs(() -> TextLines.pairs(value));
    }

    private static FormValidation checkPairs(Runnable reading) {
        try {
            reading.run();
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }
}
