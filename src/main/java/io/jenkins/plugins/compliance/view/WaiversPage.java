package io.jenkins.plugins.compliance.view;

import hudson.model.Api;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.ModelObject;
import io.jenkins.plugins.compliance.config.CompliancePermissions;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import io.jenkins.plugins.compliance.record.waiver.JobWaiver;
import io.jenkins.plugins.compliance.record.waiver.JobWaivers;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The waivers of a job, the newest request first. */
@ExportedBean
@Restricted(NoExternalUse.class)
public final class WaiversPage implements ModelObject {
    private static final List<String> STATES =
            List.of("requested", "approved", "rejected", "revoked", WaiverRow.EXPIRED);

    private final CompliancePages home;
    private final Instant now = ControllerClock.now();
    private final List<JobWaiver> waivers;
    private final Filters filters;
    private final PageOf<WaiverRow> page;

    WaiversPage(CompliancePages home) {
        this.home = home;
        this.waivers = read(home.job());
        Query query = Query.current();
        Filter<String> state = Filter.of(query, "state", Messages.Filter_state(), STATES, id -> id, WaiverRow::words);
        this.filters = Filters.of(query, state);
        List<JobWaiver> found = waivers.stream()
                .filter(each -> state.admits(WaiverRow.state(each, now)))
                .filter(each -> filters.admits(each.id(), each.procedure(), each.reason(), each.requester()))
                .toList();
        this.page = PageOf.of(found, each -> WaiverRow.of(each, home, now), query, filters);
    }

    static List<JobWaiver> read(Job<?, ?> job) {
        try {
            return JobWaivers.of(job, Keys.get().trusted()).list();
        } catch (IOException e) {
            throw Unavailable.because(e);
        }
    }

    /** Whether the reader may ask for waivers of a job. */
    static boolean mayRequest(Job<?, ?> job) {
        return job.hasPermission(Item.CONFIGURE);
    }

    /** The pages that it belongs to. */
    public CompliancePages home() {
        return home;
    }

    /** Whether the reader may ask for one. */
    public boolean mayRequest() {
        return mayRequest(home.job());
    }

    /** What the list is narrowed by. */
    public Filters filters() {
        return filters;
    }

    /** The page of the list. */
    public PageOf<WaiverRow> page() {
        return page;
    }

    @Override
    public String getDisplayName() {
        return Messages.Destination_waivers();
    }

    /** Where to ask for one. */
    public WaiverRequestPage getRequest() {
        home.job().checkPermission(CompliancePermissions.VIEW);
        home.job().checkPermission(Item.CONFIGURE);
        return new WaiverRequestPage(home);
    }

    /** The page of a waiver. */
    public WaiverPage getDynamic(String id) {
        home.job().checkPermission(CompliancePermissions.VIEW);
        return waivers.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(waiver -> new WaiverPage(home, waiver, now))
                .orElseThrow(HttpResponses::notFound);
    }

    /** The same for programs. */
    public Api getApi() {
        home.job().checkPermission(CompliancePermissions.VIEW);
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
    public List<WaiverRow> waivers() {
        home.job().checkPermission(CompliancePermissions.VIEW);
        return page.rows();
    }
}
