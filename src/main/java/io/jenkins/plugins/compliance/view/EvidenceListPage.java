package io.jenkins.plugins.compliance.view;

import hudson.model.Api;
import hudson.model.ModelObject;
import io.jenkins.plugins.compliance.config.CompliancePermissions;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.verb.GET;
import org.kohsuke.stapler.verb.POST;

/** The evidence of a build, or the ledger of a job, newest first. */
@ExportedBean
@Restricted(NoExternalUse.class)
public final class EvidenceListPage implements ModelObject {
    private static final List<Boolean> STATES = List.of(true, false);
    private static final String JSON = "/api/json";

    private final CompliancePages home;
    private final EvidenceArchive archive;
    private final Filters filters;
    private final PageOf<EvidenceRow> page;

    /**
     * @param evidence what is listed
     * @param archive what can be downloaded
     */
    EvidenceListPage(CompliancePages home, List<Evidence> evidence, EvidenceArchive archive) {
        this.home = home;
        this.archive = archive;
        Query query = Query.current();
        Filter<EvidenceKind> kind = Filter.of(
                query,
                "kind",
                Messages.Filter_kind(),
                Arrays.asList(EvidenceKind.values()),
                EvidenceKind::id,
                each -> Words.kind(each.id()));
        Filter<Boolean> state = Filter.of(
                query,
                "verified",
                Messages.Filter_verified(),
                STATES,
                String::valueOf,
                each -> each ? Messages.Evidence_verified() : Messages.Evidence_broken());
        this.filters = Filters.of(query, kind, state);
        List<Evidence> found = new ArrayList<>(evidence.stream()
                .filter(each -> kind.admits(each.kind()))
                .filter(each -> state.admits(each.integrity() instanceof Evidence.Integrity.Verified))
                .filter(each -> filters.admits(each.name(), each.digest()))
                .toList());
        Collections.reverse(found);
        this.page = PageOf.of(found, home.shown()::row, query, filters);
    }

    /** The pages that it belongs to. */
    public CompliancePages home() {
        return home;
    }

    /** What can be downloaded. */
    public EvidenceArchive archive() {
        return archive;
    }

    /** What the list is narrowed by. */
    public Filters filters() {
        return filters;
    }

    /** The page of the list. */
    public PageOf<EvidenceRow> page() {
        return page;
    }

    @Override
    public String getDisplayName() {
        return Messages.Destination_evidence();
    }

    /** The page of a piece of evidence. */
    public EvidencePage getDynamic(String sequence) {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        return number(sequence).stream()
                .flatMap(each -> home.shown().evidence(each).stream())
                .findFirst()
                .map(evidence -> new EvidencePage(home, evidence))
                .orElseThrow(HttpResponses::notFound);
    }

    /**
     * Verifies every entry, every signature and every file of the job's ledger anew, and shows what was found; below {@code api/json} to a
     * program. It takes a while, and so no link can have it done.
     */
    @POST
    public HttpResponse doVerify(StaplerRequest2 request) {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        String rest = request.getRestOfPath();
        if (!rest.isEmpty() && !rest.equals(JSON)) {
            throw HttpResponses.notFound();
        }
        VerificationView found;
        try {
            found = VerificationView.of(
                    home, JobLedger.of(home.job()).verify(Keys.get().trusted(), true));
        } catch (IOException e) {
            throw Unavailable.because(e);
        }
        return rest.isEmpty() ? HttpResponses.forwardToView(found, "index") : new VerificationJson(found);
    }

    /** One archive of evidence to take away. */
    @GET
    public HttpResponse doDownload() {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        try {
            return archive.respond();
        } catch (IOException e) {
            throw Unavailable.because(e);
        }
    }

    /** The same for programs. */
    public Api getApi() {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        return new Api(this);
    }

    /** How much there is on all pages. */
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

    /** That of the page. */
    @Exported
    public List<EvidenceRow> evidence() {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        return page.rows();
    }

    private static List<Long> number(String sequence) {
        boolean digits = sequence.length() <= 18 && sequence.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && !sequence.isEmpty() ? List.of(Long.parseLong(sequence)) : List.of();
    }
}
