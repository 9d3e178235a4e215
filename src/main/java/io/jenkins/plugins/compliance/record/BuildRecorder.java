package io.jenkins.plugins.compliance.record;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.compliance.engine.evidence.DocumentRecorder;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.Fact;
import io.jenkins.plugins.compliance.engine.evidence.Ledger;
import io.jenkins.plugins.compliance.engine.evidence.Observation;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.ReportFact;
import io.jenkins.plugins.compliance.engine.evidence.SigningKey;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.Tags;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;

/** Records evidence of a build: in the ledger of its job, and among its artifacts. */
public final class BuildRecorder {
    private final Run<?, ?> run;
    private final JobLedger job;
    private final Origin origin;
    private final SigningKey key;
    private final Tags inherited;
    private final TaskListener listener;

    /**
     * @param run the build
     * @param node name of the node that the evidence is of, empty for the built-in one; null for none
     * @param key signs
     * @param inherited tags of the job and its folders
     * @param listener is told what happens
     */
    public BuildRecorder(
            Run<?, ?> run, @CheckForNull String node, SigningKey key, Tags inherited, TaskListener listener) {
        this.run = run;
        this.job = JobLedger.of(run.getParent());
        this.origin = BuildOrigin.of(job.identity(), run, node);
        this.key = key;
        this.inherited = inherited;
        this.listener = listener;
    }

    /**
     * Records documents as one piece of evidence.
     *
     * @throws IOException when it could not be recorded; then nothing was
     */
    public Evidence documents(DocumentRecorder.Documents documents) throws IOException, InterruptedException {
        Evidence evidence;
        try (Ledger ledger = job.open(key, listener)) {
            evidence = new DocumentRecorder(ledger, ReportReaders.standard(), Limits.DEFAULTS, origin, tags())
                    .record(documents, Instant.now());
        }
        archive(evidence);
        return evidence;
    }

    /**
     * Records a fact without documents.
     *
     * @param name name of the evidence
     * @throws IOException when it could not be recorded; then nothing was
     */
    public Evidence fact(String name, Fact fact) throws IOException {
        try (Ledger ledger = job.open(key, listener)) {
            return ledger.append(new Observation(name, Instant.now(), origin, tags(), List.of(), fact));
        }
    }

    private Tags tags() {
        return inherited.over(ComplianceRunAction.of(run).getTags());
    }

    private void archive(Evidence evidence) throws IOException, InterruptedException {
        try (BuildArchive archive = new BuildArchive(run, listener)) {
            for (ReportFact report : evidence.reports()) {
                String file = report.file();
                if (file != null) {
                    archive.add(
                            "evidence/" + file, out -> Files.copy(job.files().resolve(file), out));
                }
            }
            archive.archive();
        }
    }
}
