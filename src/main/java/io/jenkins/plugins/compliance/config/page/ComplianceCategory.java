package io.jenkins.plugins.compliance.config.page;

import hudson.Extension;
import jenkins.model.GlobalConfigurationCategory;
import org.jenkinsci.Symbol;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The configuration of compliance: a page of its own, and a root of its own in configuration as code. */
@Extension
@Symbol("compliance")
@Restricted(NoExternalUse.class)
public final class ComplianceCategory extends GlobalConfigurationCategory {
    @Override
    public String getDisplayName() {
        return Messages.ComplianceCategory_displayName();
    }

    @Override
    public String getShortDescription() {
        return Messages.ComplianceCategory_description();
    }
}
