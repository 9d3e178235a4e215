package io.jenkins.plugins.compliance.record.unwritten;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * What could not be written down for a job, until it is written again.
 *
 * @param job full name of the job
 * @param what what could not be written
 * @param builds numbers of the builds that it was of, the newest first; at most {@value #MOST_BUILDS}, none when it was of no build
 * @param since when it failed first
 * @param last when it failed last
 * @param error what was said of the last failure
 */
@Restricted(NoExternalUse.class)
public record UnwrittenRecord(String job, What what, List<Integer> builds, Instant since, Instant last, String error) {
    private static final int MOST_BUILDS = 5;

    /** What is written for a job. */
    public enum What {
        /** Entries of the ledger: evidence, and the steps of waivers. */
        LEDGER,
        /** Evidence and accounts among the artifacts of a build. */
        ARTIFACTS,
        /** What builds came to, with the build. */
        VERDICT,
        /** The same in the index of the job. */
        INDEX
    }

    /** Takes a copy of the numbers. */
    public UnwrittenRecord {
        builds = List.copyOf(builds);
    }

    /** It failed again. */
    UnwrittenRecord again(UnwrittenRecord newer) {
        List<Integer> all = new ArrayList<>(newer.builds);
        builds.stream().filter(each -> !all.contains(each)).forEach(all::add);
        return new UnwrittenRecord(
                job, what, all.subList(0, Math.min(MOST_BUILDS, all.size())), since, newer.last, newer.error);
    }

    /** The job has another name. */
    UnwrittenRecord of(String name) {
        return new UnwrittenRecord(name, what, builds, since, last, error);
    }
}
