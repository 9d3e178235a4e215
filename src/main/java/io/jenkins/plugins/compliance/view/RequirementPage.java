package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Api;
import hudson.model.ModelObject;
import io.jenkins.plugins.compliance.config.CompliancePermissions;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import io.jenkins.plugins.compliance.engine.policy.Framework;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A requirement: who demands it, which procedures claim it, and what they came to. */
@ExportedBean
@Restricted(NoExternalUse.class)
public final class RequirementPage implements ModelObject {
    private final CompliancePages home;
    private final Framework framework;
    private final RequirementResult result;

    RequirementPage(CompliancePages home, Framework framework, RequirementResult result) {
        this.home = home;
        this.framework = framework;
        this.result = result;
    }

    /** The pages that it belongs to. */
    public CompliancePages home() {
        return home;
    }

    /** Its framework. */
    public Framework framework() {
        return framework;
    }

    /** Address of its framework's page, relative to the root of Jenkins. */
    public String frameworkUrl() {
        return home.shown().urls().framework(framework.id());
    }

    /** It in a table. */
    @Exported
    public RequirementRow row() {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        return home.shown().row(result);
    }

    /** Its text, where the pack carries it; null otherwise. */
    @Exported
    @CheckForNull
    public String text() {
        return home.shown()
                .policy()
                .requirement(result.requirement())
                .map(Framework.Requirement::text)
                .orElse(null);
    }

    /** The procedures that claim it. */
    public FirstOf<RequirementRow.ClaimRow> claims() {
        return FirstOf.of(home.shown().row(result).claims(), claim -> claim);
    }

    /** The evidence that decided about those procedures. */
    public FirstOf<EvidenceRow> evidence() {
        return FirstOf.of(
                result.explanation().evidence().stream()
                        .flatMap(ref -> home.shown().evidence(ref).stream())
                        .toList(),
                home.shown()::row);
    }

    @Override
    public String getDisplayName() {
        return result.requirement().requirement();
    }

    /** The same for programs. */
    public Api getApi() {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        return new Api(this);
    }
}
