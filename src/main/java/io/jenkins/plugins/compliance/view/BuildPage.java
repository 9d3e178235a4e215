package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Action;
import hudson.model.Api;
import hudson.model.Job;
import hudson.model.Run;
import hudson.security.AccessControlled;
import io.jenkins.plugins.compliance.config.CompliancePermissions;
import io.jenkins.plugins.compliance.config.JobSettings;
import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.FolderDetailsSource;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.record.index.IndexEntry;
import io.jenkins.plugins.compliance.record.index.JobIndex;
import io.jenkins.plugins.compliance.record.judge.BuildAssessment;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import io.jenkins.plugins.compliance.record.judge.GateVerdict;
import io.jenkins.plugins.compliance.record.judge.JobAssessment;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What a build came to, and why. */
@ExportedBean
@Restricted(NoExternalUse.class)
public final class BuildPage implements Action, StaplerProxy, CompliancePages {
    private static final int FIRST = 10;

    private final Run<?, ?> run;
    private final ComplianceUrls urls;
    private boolean addressed;

    @CheckForNull
    private AssessmentViewModel shown;

    @CheckForNull
    private BuildAssessment judged;

    BuildPage(Run<?, ?> run) {
        this.run = run;
        this.urls = ComplianceUrls.of(run);
    }

    /** Lets nobody in who may not see the evidence of the build. */
    @Override
    public Object getTarget() {
        run.checkPermission(CompliancePermissions.VIEW);
        addressed = true;
        return this;
    }

    // ---- What it is of

    @Override
    public AccessControlled owner() {
        return run;
    }

    @Override
    public Job<?, ?> job() {
        return run.getParent();
    }

    /** The build. */
    public Run<?, ?> run() {
        return run;
    }

    @Override
    public ComplianceUrls urls() {
        return urls;
    }

    @Override
    public boolean past() {
        return false;
    }

    @Override
    public String subject() {
        return DisplayText.line(run.getFullDisplayName());
    }

    @Override
    @CheckForNull
    public String getIconFileName() {
        return run.hasPermission(CompliancePermissions.VIEW) ? Icons.COMPLIANCE : null;
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
            known = new AssessmentViewModel(judged().assessment(), urls, job());
            shown = known;
        }
        return known;
    }

    private BuildAssessment judged() {
        BuildAssessment known = judged;
        if (known == null) {
            try {
                JobSettings settings = JobSettings.of(job());
                known = BuildAssessment.of(run, settings.yardstick());
            } catch (IOException e) {
                throw Unavailable.because(e);
            }
            judged = known;
        }
        return known;
    }

    /** Whether the policy is still the one that the build was judged by. */
    public boolean samePolicy() {
        return judged().samePolicy();
    }

    /** What the gate decided; null when none did. */
    @CheckForNull
    public GateVerdict verdict() {
        return ComplianceRunAction.of(run).getVerdict();
    }

    /** The mode of the gate in the reader's language. */
    public String gateWords() {
        GateVerdict verdict = verdict();
        return verdict == null ? "" : Words.gate(verdict.getMode());
    }

    /** The procedures as the build remembers them. */
    public OutcomeCounts verdictCounts() {
        GateVerdict verdict = verdict();
        return verdict == null ? OutcomeCounts.of(Map.of()) : OutcomeCounts.of(verdict);
    }

    /** The tags of the build in one line; empty when it has none. */
    public String tagWords() {
        return String.valueOf(ComplianceRunAction.of(run).getTags());
    }

    /** What can be downloaded. */
    public EvidenceArchive archive() {
        return EvidenceArchive.of(run);
    }

    /** What changed since the last build before it that was judged; null when there is none. */
    @CheckForNull
    public Changes changes() {
        Optional<IndexEntry> before = JobIndex.of(job()).entries().stream()
                .filter(each -> each.build() < run.getNumber())
                .findFirst();
        if (before.isEmpty()) {
            return null;
        }
        try {
            JobSettings settings = JobSettings.of(job());
            Assessment assessment =
                    JobAssessment.of(job(), settings.yardstick(), before.get().at());
            int number = before.get().build();
            return Changes.between(number, BuildLink.of(job(), String.valueOf(number)), assessment, shown());
        } catch (IOException e) {
            throw Unavailable.because(e);
        }
    }

    /** The first procedures that somebody must act on, worst first. */
    public List<ProcedureRow> actions() {
        return shown().chain().actions().stream().limit(FIRST).map(shown()::row).toList();
    }

    /** How many procedures somebody must act on. */
    public int actionCount() {
        return shown().chain().actions().size();
    }

    /** The frameworks of which something is demanded. */
    public List<FrameworkRow> frameworks() {
        return FrameworkRow.of(shown());
    }

    /** The findings by severity. */
    public List<SeverityRow> severities() {
        return SeverityRow.of(
                ComparedEvidence.of(shown().assessment().evidence(), String.valueOf(run.getNumber())),
                new FolderDetailsSource(JobLedger.of(job()).folder()));
    }

    /** The first evidence of the build. */
    public List<EvidenceRow> firstEvidence() {
        return evidence().stream().limit(FIRST).map(shown()::row).toList();
    }

    /** How much evidence the build has. */
    public int evidenceCount() {
        return evidence().size();
    }

    /** All evidence of the build. */
    List<Evidence> evidence() {
        String number = String.valueOf(run.getNumber());
        return shown().assessment().evidence().stream()
                .filter(each -> each.origin().build().equals(number))
                .toList();
    }

    @Override
    public List<Destination> destinations() {
        return List.of(
                new Destination("overview", Messages.Destination_overview(), Icons.OVERVIEW, urls.page(), ""),
                new Destination(
                        "procedures", Messages.Destination_procedures(), Icons.PROCEDURES, urls.procedures(), ""),
                new Destination(
                        "requirements",
                        Messages.Destination_requirements(),
                        Icons.REQUIREMENTS,
                        urls.requirements(),
                        ""),
                new Destination("evidence", Messages.Destination_evidence(), Icons.EVIDENCE, urls.evidence(), ""),
                new Destination("findings", Messages.Destination_findings(), Icons.FINDINGS, urls.findings(), ""));
    }

    // ---- Its pages

    /** The procedures. */
    public ProceduresPage getProcedures() {
        run.checkPermission(CompliancePermissions.VIEW);
        return new ProceduresPage(this);
    }

    /** The requirements. */
    public RequirementsPage getRequirements() {
        run.checkPermission(CompliancePermissions.VIEW);
        return new RequirementsPage(this);
    }

    /** The evidence. */
    public EvidenceListPage getEvidence() {
        run.checkPermission(CompliancePermissions.VIEW);
        return new EvidenceListPage(this, evidence(), EvidenceArchive.of(run));
    }

    /** The findings. */
    public FindingsPage getFindings() {
        run.checkPermission(CompliancePermissions.VIEW);
        return new FindingsPage(this, run);
    }

    /** The same for programs. */
    public Api getApi() {
        run.checkPermission(CompliancePermissions.VIEW);
        return new Api(this);
    }

    // ---- For programs

    /** Address of the page, relative to the root of Jenkins; null for who may not see it. */
    @Exported
    @CheckForNull
    public String url() {
        return visible() ? urls.page() : null;
    }

    /** Tags of the application. */
    @Exported
    @CheckForNull
    public Map<String, String> tags() {
        return visible() ? ComplianceRunAction.of(run).getTags().values() : null;
    }

    /** What the gate decided; null when none did. */
    @Exported
    @CheckForNull
    public VerdictBean gate() {
        GateVerdict verdict = verdict();
        return visible() && verdict != null ? VerdictBean.of(verdict) : null;
    }

    /** The assessment; only where the page itself was asked for, since judging takes a while. */
    @Exported
    @CheckForNull
    public AssessmentBean assessment() {
        return visible() && addressed ? AssessmentBean.of(shown(), actions()) : null;
    }

    /** What changed; only where the page itself was asked for. */
    @Exported(name = "changes")
    @CheckForNull
    public Changes changesBean() {
        return visible() && addressed ? changes() : null;
    }

    /** The findings by severity; only where the page itself was asked for. */
    @Exported(name = "findings")
    @CheckForNull
    public List<SeverityRow> findingsBean() {
        return visible() && addressed ? severities() : null;
    }

    private boolean visible() {
        return run.hasPermission(CompliancePermissions.VIEW);
    }
}
