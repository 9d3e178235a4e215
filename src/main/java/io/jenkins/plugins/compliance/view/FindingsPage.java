package io.jenkins.plugins.compliance.view;

import hudson.model.Api;
import hudson.model.ModelObject;
import hudson.model.Run;
import io.jenkins.plugins.compliance.config.CompliancePermissions;
import io.jenkins.plugins.compliance.engine.assess.FolderDetailsSource;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import java.util.Arrays;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The findings of a build, worst first. */
@ExportedBean
@Restricted(NoExternalUse.class)
public final class FindingsPage implements ModelObject {
    private final CompliancePages home;
    private final Filters filters;
    private final List<SeverityRow> severities;
    private final PageOf<FindingRow> page;
    private final List<String> unreadable;

    FindingsPage(CompliancePages home, Run<?, ?> run) {
        this.home = home;
        List<ComparedEvidence> evidence =
                ComparedEvidence.of(home.shown().assessment().evidence(), String.valueOf(run.getNumber()));
        FolderDetailsSource details =
                new FolderDetailsSource(JobLedger.of(run.getParent()).folder());
        this.severities = SeverityRow.of(evidence, details);
        Query query = Query.current();
        Filter<Severity> severity = Filter.of(
                query,
                "severity",
                Messages.Filter_severity(),
                Arrays.asList(Severity.values()),
                Severity::id,
                each -> Words.severity(each.id()));
        Filter<BaselineState> standing = Filter.of(
                query,
                "standing",
                Messages.Filter_standing(),
                Arrays.asList(BaselineState.values()),
                BaselineState::id,
                BaselineState::words);
        Filter<String> name = Filter.of(
                query,
                "evidence",
                Messages.Filter_evidence(),
                evidence.stream().map(each -> each.evidence().name()).distinct().toList(),
                each -> each,
                each -> each);
        this.filters = Filters.of(query, severity, standing, name);
        int asked = query.page();
        FindingsSearch search = new FindingsSearch(
                details,
                (stands, finding) -> (standing.chosen() == null ? stands.open() : standing.chosen() == stands)
                        && severity.admits(finding.severity())
                        && (filters.text().isEmpty()
                                || filters.admits(
                                        finding.rule(),
                                        finding.message(),
                                        finding.place() == null
                                                ? ""
                                                : finding.place().toString(),
                                        finding.component() == null ? "" : finding.component(),
                                        String.join(" ", finding.advisories()))),
                asked * PageOf.SIZE);
        evidence.stream()
                .filter(each -> name.admits(each.evidence().name()))
                .forEach(each -> search.search(each, standing.chosen() == BaselineState.FIXED));
        int number = Math.min(asked, PageOf.pages(search.total()));
        List<FindingRow> rows = search.found().stream()
                .skip((number - 1L) * PageOf.SIZE)
                .limit(PageOf.SIZE)
                .map(each -> FindingRow.of(each.finding(), each.standing(), each.evidence(), home.urls()))
                .toList();
        this.page = PageOf.of(rows, number, search.total(), filters);
        this.unreadable = search.unreadable();
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
    public PageOf<FindingRow> page() {
        return page;
    }

    /** The findings that could not be read, one sentence for each evidence. */
    public List<String> unreadable() {
        return unreadable;
    }

    @Override
    public String getDisplayName() {
        return Messages.Destination_findings();
    }

    /** The same for programs. */
    public Api getApi() {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        return new Api(this);
    }

    /** All findings of the build by severity. */
    @Exported
    public List<SeverityRow> severities() {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        return severities;
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
    public List<FindingRow> findings() {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        return page.rows();
    }
}
