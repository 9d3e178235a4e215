package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Action;
import hudson.model.Api;
import hudson.model.Job;
import hudson.security.AccessControlled;
import io.jenkins.plugins.compliance.config.CompliancePermissions;
import io.jenkins.plugins.compliance.config.JobSettings;
import io.jenkins.plugins.compliance.config.policy.PolicyState;
import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import io.jenkins.plugins.compliance.record.index.IndexEntry;
import io.jenkins.plugins.compliance.record.index.JobIndex;
import io.jenkins.plugins.compliance.record.judge.JobAssessment;
import io.jenkins.plugins.compliance.record.waiver.JobWaiver;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jenkins.management.Badge;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What a job satisfies, now or on a day of the past. No build is loaded for it. */
@ExportedBean
@Restricted(NoExternalUse.class)
public final class JobPage implements Action, StaplerProxy, CompliancePages {
    private static final int FIRST = 10;

    private final Job<?, ?> job;
    private boolean addressed;
    private String asOf = "";

    @CheckForNull
    private Instant moment;

    @CheckForNull
    private AssessmentViewModel shown;

    JobPage(Job<?, ?> job) {
        this.job = job;
    }

    /** Lets nobody in who may not see the evidence of the job. */
    @Override
    public Object getTarget() {
        job.checkPermission(CompliancePermissions.VIEW);
        if (!addressed) {
            Query query = Query.current();
            moment = query.moment(Query.AS_OF);
            asOf = query.text(Query.AS_OF);
            addressed = true;
        }
        return this;
    }

    // ---- What it is of

    @Override
    public AccessControlled owner() {
        return job;
    }

    @Override
    public Job<?, ?> job() {
        return job;
    }

    @Override
    public ComplianceUrls urls() {
        return ComplianceUrls.of(job).asOf(asOf);
    }

    @Override
    public boolean past() {
        return !asOf.isEmpty();
    }

    @Override
    public String subject() {
        return DisplayText.line(job.getFullDisplayName());
    }

    /** The day or moment that was asked for; empty for now. */
    public String asOf() {
        return asOf;
    }

    /** The day that was asked for, ISO 8601; today otherwise. */
    public String asOfDay() {
        Instant wanted = moment;
        return String.valueOf(LocalDate.ofInstant(wanted == null ? ControllerClock.now() : wanted, ZoneOffset.UTC));
    }

    @Override
    @CheckForNull
    public String getIconFileName() {
        return visible() ? Icons.COMPLIANCE : null;
    }

    @Override
    public String getDisplayName() {
        return Messages.CompliancePages_displayName();
    }

    @Override
    public String getUrlName() {
        return ComplianceUrls.NAME;
    }

    // ---- What it shows

    @Override
    public AssessmentViewModel shown() {
        AssessmentViewModel known = shown;
        if (known == null) {
            try {
                known = new AssessmentViewModel(judge(), urls(), job);
            } catch (IOException e) {
                throw Unavailable.because(e);
            }
            shown = known;
        }
        return known;
    }

    private Assessment judge() throws IOException {
        JobSettings settings = JobSettings.of(job);
        Instant wanted = moment;
        return wanted == null
                ? JobAssessment.now(job, settings.yardstick())
                : JobAssessment.of(job, settings.yardstick(), wanted);
    }

    /** Where the policy comes from, and why it could not be refreshed. */
    public PolicyState policyState() {
        return JobSettings.of(job).policyState();
    }

    /** What the newest build came to; null when none was judged, or for who may not see it. */
    @CheckForNull
    public HistoryRow newest() {
        Optional<IndexEntry> newest = JobIndex.of(job).newest();
        return visible() && newest.isPresent() ? HistoryRow.of(newest.get(), job) : null;
    }

    /** The number of procedures that somebody must act on, beside the link to this page; null when there is none. */
    @CheckForNull
    public Badge badge() {
        Optional<IndexEntry> newest = visible() ? JobIndex.of(job).newest() : Optional.empty();
        long count = newest.map(entry -> OutcomeCounts.of(entry.procedures()).failing())
                .orElse(0L);
        return count == 0
                ? null
                : new Badge(String.valueOf(count), Messages.JobPage_badge(count), Badge.Severity.WARNING);
    }

    /** The outcomes of the last builds. */
    public HistoryPicture picture() {
        return HistoryPicture.of(JobIndex.of(job).entries());
    }

    /** The first procedures that stand between the job and full satisfaction. */
    public List<ProcedureRow> actions() {
        return shown().chain().actions().stream().limit(FIRST).map(shown()::row).toList();
    }

    /** How many procedures stand between the job and full satisfaction. */
    public int actionCount() {
        return shown().chain().actions().size();
    }

    /** The first requirements that no procedure covers, or none wholly: policy itself stands in the way. */
    public List<RequirementRow> gaps() {
        return shown().assessment().requirements().stream()
                .filter(each -> CoverageGaps.OF_POLICY.contains(each.outcome()))
                .limit(FIRST)
                .map(shown()::row)
                .toList();
    }

    /** How many requirements no procedure covers, or none wholly. */
    public long gapCount() {
        return shown().assessment().requirements().stream()
                .filter(each -> CoverageGaps.OF_POLICY.contains(each.outcome()))
                .count();
    }

    /** The frameworks of which something is demanded. */
    public List<FrameworkRow> frameworks() {
        return FrameworkRow.of(shown());
    }

    /** The waivers in force, and those that wait for a decision. */
    public List<WaiverRow> waiverRows() {
        Instant at = shown().assessment().asOf();
        return WaiversPage.read(job).stream()
                .filter(each ->
                        each.inForce(at) || each.state() == JobWaiver.State.REQUESTED && at.isBefore(each.until()))
                .limit(FIRST)
                .map(each -> WaiverRow.of(each, this, at))
                .toList();
    }

    /** The first of the evidence, newest first. */
    public List<EvidenceRow> newestEvidence() {
        var all = shown().assessment().evidence();
        return all.subList(Math.max(0, all.size() - FIRST), all.size()).stream()
                .sorted((a, b) -> Long.compare(b.sequence(), a.sequence()))
                .map(shown()::row)
                .toList();
    }

    /** How much evidence there is. */
    public int evidenceCount() {
        return shown().assessment().evidence().size();
    }

    @Override
    public List<Destination> destinations() {
        ComplianceUrls urls = urls();
        return List.of(
                new Destination("overview", Messages.Destination_overview(), Icons.OVERVIEW, urls.page(), ""),
                new Destination(
                        "requirements",
                        Messages.Destination_requirements(),
                        Icons.REQUIREMENTS,
                        urls.requirements(),
                        ""),
                new Destination(
                        "procedures", Messages.Destination_procedures(), Icons.PROCEDURES, urls.procedures(), ""),
                new Destination("evidence", Messages.Destination_ledger(), Icons.EVIDENCE, urls.evidence(), ""),
                new Destination("history", Messages.Destination_history(), Icons.HISTORY, urls.history(), ""),
                new Destination("waivers", Messages.Destination_waivers(), Icons.WAIVERS, urls.waivers(), ""));
    }

    // ---- Its pages

    /** The procedures. */
    public ProceduresPage getProcedures() {
        job.checkPermission(CompliancePermissions.VIEW);
        return new ProceduresPage(this);
    }

    /** The requirements. */
    public RequirementsPage getRequirements() {
        job.checkPermission(CompliancePermissions.VIEW);
        return new RequirementsPage(this);
    }

    /** The ledger. */
    public EvidenceListPage getEvidence() {
        job.checkPermission(CompliancePermissions.VIEW);
        return new EvidenceListPage(this, shown().assessment().evidence(), EvidenceArchive.of(job));
    }

    /** The builds that were judged. */
    public HistoryPage getHistory() {
        job.checkPermission(CompliancePermissions.VIEW);
        return new HistoryPage(this);
    }

    /** The waivers. */
    public WaiversPage getWaivers() {
        job.checkPermission(CompliancePermissions.VIEW);
        return new WaiversPage(this);
    }

    /** The same for programs. */
    public Api getApi() {
        job.checkPermission(CompliancePermissions.VIEW);
        return new Api(this);
    }

    // ---- For programs

    /** Address of the page, relative to the root of Jenkins; null for who may not see it. */
    @Exported
    @CheckForNull
    public String url() {
        return visible() ? ComplianceUrls.of(job).page() : null;
    }

    /** What the newest build came to; null when none was judged. */
    @Exported
    @CheckForNull
    public HistoryRow newestBuild() {
        return newest();
    }

    /** The assessment; only where the page itself was asked for, since judging takes a while. */
    @Exported
    @CheckForNull
    public AssessmentBean assessment() {
        return visible() && addressed ? AssessmentBean.of(shown(), actions()) : null;
    }

    private boolean visible() {
        return job.hasPermission(CompliancePermissions.VIEW);
    }
}
