package io.jenkins.plugins.compliance.view;

import hudson.model.Api;
import hudson.model.ModelObject;
import io.jenkins.plugins.compliance.config.CompliancePermissions;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import io.jenkins.plugins.compliance.engine.policy.Framework;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The demanded requirements of all frameworks. */
@ExportedBean
@Restricted(NoExternalUse.class)
public final class RequirementsPage implements ModelObject {
    private final CompliancePages home;
    private final RequirementList list;

    RequirementsPage(CompliancePages home) {
        this.home = home;
        this.list = RequirementList.of(home.shown(), home.shown().assessment().requirements(), true);
    }

    /** The pages that it belongs to. */
    public CompliancePages home() {
        return home;
    }

    /** The frameworks of which something is demanded. */
    @Exported
    public List<FrameworkRow> frameworks() {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        return FrameworkRow.of(home.shown());
    }

    /** What the list is narrowed by. */
    public Filters filters() {
        return list.filters();
    }

    /** The page of the list. */
    public PageOf<RequirementRow> page() {
        return list.page();
    }

    @Override
    public String getDisplayName() {
        return Messages.Destination_requirements();
    }

    /** The page of a framework. */
    public FrameworkPage getDynamic(String part) {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        String id = IdInAddress.read(part);
        Framework framework = home.shown().policy().frameworks().get(id);
        List<RequirementResult> demanded = home.shown().assessment().requirements().stream()
                .filter(each -> each.requirement().framework().equals(id))
                .toList();
        if (framework == null || demanded.isEmpty()) {
            throw HttpResponses.notFound();
        }
        return new FrameworkPage(home, framework, demanded);
    }

    /** The same for programs. */
    public Api getApi() {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        return new Api(this);
    }

    /** How many there are on all pages. */
    @Exported
    public int total() {
        return list.page().total();
    }

    /** Number of the page, from 1. */
    @Exported
    public int pageNumber() {
        return list.page().number();
    }

    /** How many pages there are. */
    @Exported
    public int pages() {
        return list.page().pages();
    }

    /** Those of the page. */
    @Exported
    public List<RequirementRow> requirements() {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        return list.page().rows();
    }
}
