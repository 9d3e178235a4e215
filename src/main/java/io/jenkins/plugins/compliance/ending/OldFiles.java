package io.jenkins.plugins.compliance.ending;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import io.jenkins.plugins.compliance.config.ComplianceGlobalConfiguration;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import io.jenkins.plugins.compliance.record.ledger.DeletedLedgers;
import io.jenkins.plugins.compliance.record.ledger.Retention;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Removes what a job's ledger keeps beyond the administrator's days; once a day, when a build of the job ends. */
final class OldFiles {
    private static final Logger LOGGER = Logger.getLogger(OldFiles.class.getName());
    private static final Duration PAUSE = Duration.ofDays(1);
    private static final Map<Job<?, ?>, Instant> LOOKED = Collections.synchronizedMap(new WeakHashMap<>());

    @CheckForNull
    private static Instant lastOfDeletedJobs;

    private OldFiles() {}

    private static synchronized void removeOfDeletedJobs(Instant now, int days) throws IOException {
        if (lastOfDeletedJobs != null
                && Duration.between(lastOfDeletedJobs, now).abs().compareTo(PAUSE) < 0) {
            return;
        }
        lastOfDeletedJobs = now;
        int ledgers = DeletedLedgers.prune(
                now.minus(Duration.ofDays(days)).atZone(ZoneOffset.UTC).toLocalDate());
        if (ledgers > 0) {
            LOGGER.log(Level.INFO, "files of {0} ledgers of deleted jobs were removed", ledgers);
        }
    }

    /** Removes it, if that is to be done. */
    static void remove(Job<?, ?> job) throws IOException {
        int days = ComplianceGlobalConfiguration.get().getKeepFilesDays();
        Instant now = ControllerClock.now();
        Instant last = LOOKED.get(job);
        if (days == 0 || (last != null && Duration.between(last, now).abs().compareTo(PAUSE) < 0)) {
            return;
        }
        LOOKED.put(job, now);
        removeOfDeletedJobs(now, days);
        long files = Retention.prune(
                job,
                now.minus(Duration.ofDays(days)),
                Keys.get().signing(),
                Keys.get().trusted());
        if (files > 0) {
            LOGGER.log(
                    Level.INFO, "{0} files of old evidence of {1} were removed", new Object[] {files, job.getFullName()
                    });
        }
    }
}
