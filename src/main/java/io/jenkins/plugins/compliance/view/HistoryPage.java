package io.jenkins.plugins.compliance.view;

import hudson.model.Api;
import hudson.model.ModelObject;
import io.jenkins.plugins.compliance.config.CompliancePermissions;
import io.jenkins.plugins.compliance.record.index.IndexEntry;
import io.jenkins.plugins.compliance.record.index.JobIndex;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The builds of a job that were judged, newest first. Builds that are gone are among them. */
@ExportedBean
@Restricted(NoExternalUse.class)
public final class HistoryPage implements ModelObject {
    private static final List<Boolean> STATES = List.of(true, false);

    private final CompliancePages home;
    private final Filters filters;
    private final PageOf<HistoryRow> page;

    HistoryPage(CompliancePages home) {
        this.home = home;
        Query query = Query.current();
        Filter<Boolean> open = Filter.of(
                query,
                "open",
                Messages.Filter_gate(),
                STATES,
                String::valueOf,
                each -> each ? Messages.Gate_open() : Messages.Gate_closed());
        this.filters = Filters.of(query, open);
        List<IndexEntry> found = JobIndex.of(home.job()).entries().stream()
                .filter(each -> open.admits(each.open()))
                .filter(each -> filters.admits(
                        "#" + each.build(), each.policy() + " " + each.policyVersion(), each.policyDigest()))
                .toList();
        this.page = PageOf.of(found, each -> HistoryRow.of(each, home.job()), query, filters);
    }

    /** The pages that it belongs to. */
    public CompliancePages home() {
        return home;
    }

    /** What the list is narrowed by. */
    public Filters filters() {
        return filters;
    }

    /** The page of the list. */
    public PageOf<HistoryRow> page() {
        return page;
    }

    @Override
    public String getDisplayName() {
        return Messages.Destination_history();
    }

    /** The same for programs. */
    public Api getApi() {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        return new Api(this);
    }

    /** How many there are on all pages. */
    @Exported
    public int total() {
        return page.total();
    }

    /** Number of the page, from 1. */
    @Exported
    public int pageNumber() {
        return page.number();
    }

    /** How many pages there are. */
    @Exported
    public int pages() {
        return page.pages();
    }

    /** Those of the page. */
    @Exported
    public List<HistoryRow> builds() {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        return page.rows();
    }
}
