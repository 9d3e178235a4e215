package io.jenkins.plugins.compliance.config;

import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.Item;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import java.util.Objects;
import jenkins.model.Jenkins;
import org.jvnet.localizer.Localizable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Who may do what with evidence of a job. Whoever reads a job sees its evidence, and whoever configures it attests, unless told
 * otherwise; only an administrator waives, unless somebody is given the permission. To configure policy, tools and keys is for
 * administrators alone.
 */
@Restricted(NoExternalUse.class)
public final class CompliancePermissions {
    /** The group in which they are shown. */
    public static final PermissionGroup GROUP =
            new PermissionGroup(CompliancePermissions.class, Messages._CompliancePermissions_group());

    /** See the evidence of a job, its assessments and its waivers. */
    public static final Permission VIEW = permission("View", Messages._CompliancePermissions_view(), Item.READ);

    /** Record attestations for a job by hand. */
    public static final Permission ATTEST =
            permission("Attest", Messages._CompliancePermissions_attest(), Item.CONFIGURE);

    /** Approve and revoke waivers of a job that somebody else requested. */
    public static final Permission WAIVE =
            permission("Waive", Messages._CompliancePermissions_waive(), Jenkins.ADMINISTER);

    private CompliancePermissions() {}

    /** Makes them known before an authorization strategy that names them is read. */
    @Initializer(before = InitMilestone.SYSTEM_CONFIG_LOADED)
    public static void register() {
        Objects.requireNonNull(VIEW, "the class is initialized by now");
    }

    private static Permission permission(String name, Localizable what, Permission impliedBy) {
        return new Permission(
                GROUP, name, what, impliedBy, true, new PermissionScope[] {PermissionScope.ITEM, PermissionScope.RUN});
    }
}
