package io.jenkins.plugins.compliance.record;

import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.AssessmentInput;
import io.jenkins.plugins.compliance.engine.assess.Assessor;
import io.jenkins.plugins.compliance.engine.assess.Gate;
import io.jenkins.plugins.compliance.engine.assess.KeptDetails;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.KeySet;
import io.jenkins.plugins.compliance.engine.export.AssessmentExport;
import io.jenkins.plugins.compliance.engine.export.DetailsFindings;
import io.jenkins.plugins.compliance.engine.export.Exports;
import io.jenkins.plugins.compliance.engine.policy.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.Tags;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Judges a build by what the ledger of its job holds, and leaves the verdict and the assessment with the build. */
public final class BuildJudge {
    private static final List<String> ACCOUNTS = List.of("html", "json");

    private final PolicyIndex policy;
    private final KeySet trusted;
    private final Tags inherited;

    /**
     * @param policy judged by
     * @param trusted the keys whose evidence is trusted
     * @param inherited tags of the job and its folders
     */
    public BuildJudge(PolicyIndex policy, KeySet trusted, Tags inherited) {
        this.policy = policy;
        this.trusted = trusted;
        this.inherited = inherited;
    }

    /** Judges a build. Whatever follows from the decision is for the caller to do; it is recorded already. */
    public Gate.Decision judge(Run<?, ?> run, Gate.Mode mode, TaskListener listener)
            throws IOException, InterruptedException {
        JobLedger job = JobLedger.of(run.getParent());
        List<Evidence> evidence = job.evidence(trusted);
        Instant now = ControllerClock.now();
        KeptDetails details = new KeptDetails(job.folder());
        Assessment assessment = Assessor.assess(new AssessmentInput(
                policy,
                job.identity().job(),
                String.valueOf(run.getNumber()),
                inherited.over(ComplianceRunAction.of(run).getTags()),
                evidence,
                details,
                JobWaivers.asOf(evidence, now),
                now));
        Gate.Decision decision = Gate.decide(assessment, mode);
        GateVerdict verdict = new GateVerdict(assessment, decision);
        ComplianceRunAction.update(run, action -> action.withVerdict(verdict));
        JobIndex.of(run.getParent()).put(IndexEntry.of(run.getNumber(), assessment, decision));
        archive(run, assessment, new DetailsFindings(assessment.evidence(), details), listener);
        return decision;
    }

    private static void archive(Run<?, ?> run, Assessment assessment, DetailsFindings findings, TaskListener listener)
            throws IOException, InterruptedException {
        try (BuildArchive archive = new BuildArchive(run, listener)) {
            for (String id : ACCOUNTS) {
                AssessmentExport export = Exports.byId(id).orElseThrow();
                archive.add(export.fileName(), out -> export.write(assessment, findings, out));
            }
            findings.unreadable().forEach(listener.getLogger()::println);
            archive.archive();
        }
    }
}
