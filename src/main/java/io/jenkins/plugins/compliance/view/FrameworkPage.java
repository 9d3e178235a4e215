package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Api;
import hudson.model.ModelObject;
import io.jenkins.plugins.compliance.config.CompliancePermissions;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.policy.Framework;
import io.jenkins.plugins.compliance.engine.prose.WebAddress;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The demanded requirements of one framework. */
@ExportedBean
@Restricted(NoExternalUse.class)
public final class FrameworkPage implements ModelObject {
    private final CompliancePages home;
    private final Framework framework;
    private final List<RequirementResult> demanded;
    private final RequirementList list;

    FrameworkPage(CompliancePages home, Framework framework, List<RequirementResult> demanded) {
        this.home = home;
        this.framework = framework;
        this.demanded = demanded;
        this.list = RequirementList.of(home.shown(), demanded, false);
    }

    /** The pages that it belongs to. */
    public CompliancePages home() {
        return home;
    }

    /** The framework. */
    public Framework framework() {
        return framework;
    }

    /** Address of its publication; null when what the pack states is no web address. */
    @CheckForNull
    public String source() {
        return WebAddress.of(framework.source());
    }

    /** Its demanded requirements by outcome. */
    public FrameworkRow row() {
        return FrameworkRow.of(home.shown()).stream()
                .filter(each -> each.id().equals(framework.id()))
                .findFirst()
                .orElseThrow(HttpResponses::notFound);
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
        return DisplayText.line(framework.title());
    }

    /** The page of a requirement. */
    public RequirementPage getDynamic(String part) {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        String id = IdInAddress.read(part);
        return demanded.stream()
                .filter(each -> each.requirement().requirement().equals(id))
                .findFirst()
                .map(result -> new RequirementPage(home, framework, result))
                .orElseThrow(HttpResponses::notFound);
    }

    /** The same for programs. */
    public Api getApi() {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        return new Api(this);
    }

    /** Its id. */
    @Exported
    public String id() {
        return framework.id();
    }

    /** Its name. */
    @Exported
    public String title() {
        return DisplayText.line(framework.title());
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
