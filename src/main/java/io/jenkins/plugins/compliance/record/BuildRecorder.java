package io.jenkins.plugins.compliance.record;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.Observation;
import io.jenkins.plugins.compliance.engine.evidence.intake.DocumentRecorder;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Ledger;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import io.jenkins.plugins.compliance.record.archive.EvidenceArchive;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import io.jenkins.plugins.compliance.record.origin.BuildOrigin;
import io.jenkins.plugins.compliance.record.unwritten.Unwritten;
import io.jenkins.plugins.compliance.record.unwritten.UnwrittenRecord;
import io.jenkins.plugins.compliance.record.unwritten.UnwrittenRecords;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Records evidence of a build: in the ledger of its job, and among its artifacts. A step that was cut short does it again; what it
 * recorded already is not recorded twice.
 */
@Restricted(NoExternalUse.class)
public final class BuildRecorder {
    private final Run<?, ?> run;
    private final JobLedger job;
    private final Place place;
    private final SigningKey key;
    private final KeySet trusted;
    private final Tags inherited;
    private final Limits limits;
    private final TaskListener listener;

    /**
     * Where in a build evidence comes from.
     *
     * @param node name of the node that it is of, empty for the built-in one; null for none
     * @param step id of the step that records it; null when it records only once anyway
     */
    public record Place(
            @CheckForNull String node, @CheckForNull String step) {
        /** The build as a whole. */
        public static final Place BUILD = new Place(null, null);
    }

    /**
     * @param run the build
     * @param place where in the build it comes from
     * @param key signs
     * @param trusted the keys whose evidence is trusted
     * @param inherited tags of the job and its folders
     * @param limits bounds for reports
     * @param listener is told what happens
     */
    public BuildRecorder(
            Run<?, ?> run,
            Place place,
            SigningKey key,
            KeySet trusted,
            Tags inherited,
            Limits limits,
            TaskListener listener) {
        this.run = run;
        this.job = JobLedger.of(run.getParent());
        this.place = place;
        this.key = key;
        this.trusted = trusted;
        this.inherited = inherited;
        this.limits = limits;
        this.listener = listener;
    }

    /** What the step has recorded already, before it was cut short. */
    public Optional<Evidence> recorded() throws IOException, InterruptedException {
        String step = place.step();
        if (step == null) {
            return Optional.empty();
        }
        String build = String.valueOf(run.getNumber());
        Optional<Evidence> earlier = job.evidence(trusted).stream()
                .filter(each -> build.equals(each.origin().build())
                        && step.equals(each.origin().step()))
                .findFirst();
        if (earlier.isPresent()) {
            archive();
        }
        return earlier;
    }

    /**
     * Records documents as one piece of evidence.
     *
     * @param limits the bounds under which they are read
     * @throws IOException when it could not be recorded; then nothing was
     */
    public Evidence documents(DocumentRecorder.Documents documents, Limits limits)
            throws IOException, InterruptedException {
        return recorded(ledger -> new DocumentRecorder(ledger, ReportReaders.standard(), limits, origin(), tags())
                .record(documents, ControllerClock.now()));
    }

    /**
     * Records a fact without documents.
     *
     * @param name name of the evidence
     * @throws IOException when it could not be recorded; then nothing was
     */
    public Evidence fact(String name, Fact fact) throws IOException, InterruptedException {
        return recorded(ledger ->
                ledger.append(new Observation(name, ControllerClock.now(), origin(), tags(), List.of(), fact)));
    }

    @FunctionalInterface
    private interface Entry {
        Evidence append(Ledger ledger) throws IOException;
    }

    private Evidence recorded(Entry entry) throws IOException, InterruptedException {
        Evidence evidence;
        try {
            evidence = UnwrittenRecords.watch(run, UnwrittenRecord.What.LEDGER, () -> {
                try (Ledger ledger = job.open(key, listener)) {
                    return entry.append(ledger);
                }
            });
        } catch (IOException e) {
            throw Unwritten.because(run, e);
        }
        archive();
        return evidence;
    }

    private Origin origin() {
        return BuildOrigin.of(job.identity(), run, place.node()).withStep(place.step());
    }

    private Tags tags() {
        return inherited.over(ComplianceRunAction.of(run).getTags());
    }

    private void archive() throws IOException, InterruptedException {
        new EvidenceArchive(run, listener).archive(key, trusted);
    }
}
