package io.jenkins.plugins.compliance.record.ledger;

import hudson.model.Job;
import hudson.model.TaskListener;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.Observation;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import io.jenkins.plugins.compliance.engine.evidence.ledger.FilePruning;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Ledger;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import io.jenkins.plugins.compliance.record.origin.BuildOrigin;
import io.jenkins.plugins.compliance.record.unwritten.UnwrittenRecord;
import io.jenkins.plugins.compliance.record.unwritten.UnwrittenRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Removes reports and their elements of old entries of a job, as the administrator decided. Entries stay for ever. The newest entry of
 * each name, and of each directory that is scanned by itself, keeps its files, however old: what holds today rests on it. That files were removed is a signed entry itself.
 */
@Restricted(NoExternalUse.class)
public final class Retention {
    private static final String NAME = "retention";

    private Retention() {}

    /**
     * Removes files of entries that were recorded before a moment.
     *
     * @return how many files were removed
     */
    public static long prune(Job<?, ?> job, Instant before, SigningKey key, KeySet trusted) throws IOException {
        JobLedger jobLedger = JobLedger.of(job);
        if (!Files.isDirectory(jobLedger.files())) {
            return 0;
        }
        try (Ledger ledger = jobLedger.open(key, TaskListener.NULL)) {
            List<Evidence> evidence = jobLedger.evidence(trusted);
            Set<Long> old = old(evidence, before);
            boolean any = evidence.stream()
                    .filter(each -> old.contains(each.sequence()))
                    .flatMap(each -> each.files().stream())
                    .anyMatch(name -> Files.exists(jobLedger.files().resolve(name)));
            if (!any) {
                return 0;
            }
            Fact fact = new Fact.Pipeline(Map.of("retention.files-removed-before", before.toString()));
            Observation removal = new Observation(
                    NAME,
                    ControllerClock.now(),
                    BuildOrigin.ofLedger(jobLedger.identity(), NAME),
                    Tags.NONE,
                    List.of(),
                    fact);
            UnwrittenRecords.watch(job, UnwrittenRecord.What.LEDGER, () -> ledger.append(removal));
            return FilePruning.prune(jobLedger.folder(), evidence, old);
        }
    }

    private static Set<Long> old(List<Evidence> evidence, Instant before) {
        Set<String> newer = new HashSet<>();
        Set<Long> old = new HashSet<>();
        for (int i = evidence.size() - 1; i >= 0; i--) {
            Evidence each = evidence.get(i);
            boolean newest = newer.add(each.name() + " " + directory(each));
            if (!newest && each.recordedAt().isBefore(before) && !each.reports().isEmpty()) {
                old.add(each.sequence());
            }
        }
        return old;
    }

    /** A directory that is scanned by itself has a newest scan of its own. */
    private static String directory(Evidence evidence) {
        return evidence.fact() instanceof Fact.Scan scan ? scan.directory() : "";
    }
}
