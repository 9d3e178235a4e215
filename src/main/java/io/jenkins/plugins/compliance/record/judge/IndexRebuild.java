package io.jenkins.plugins.compliance.record.judge;

import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.Gate;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.record.index.BuildLine;
import io.jenkins.plugins.compliance.record.index.IndexEntry;
import io.jenkins.plugins.compliance.record.index.JobIndex;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import io.jenkins.plugins.compliance.record.unwritten.UnwrittenRecord;
import io.jenkins.plugins.compliance.record.unwritten.UnwrittenRecords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Makes the index of a job again. What a build came to is in a line of its own that lies with it. Of builds that are gone, the ledger
 * tells what they recorded: they are judged by the policy of today, at the moment of their last evidence, and their lines say which policy
 * that was.
 */
@Restricted(NoExternalUse.class)
public final class IndexRebuild {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final Yardstick yardstick;

    /** @param yardstick builds that are gone are judged by it */
    public IndexRebuild(Yardstick yardstick) {
        this.yardstick = yardstick;
    }

    /**
     * Makes it again. Only builds that have evidence and no verdict are loaded: they may be running.
     *
     * @return how many builds it knows that it did not before
     */
    public int rebuild(Job<?, ?> job) throws IOException {
        JobIndex index = JobIndex.of(job);
        List<IndexEntry> kept = BuildLine.all(job, JobIndex.CAPACITY);
        Set<Integer> known = new HashSet<>();
        kept.forEach(each -> known.add(each.build()));
        index.entries().forEach(each -> known.add(each.build()));
        List<IndexEntry> found = ofLedger(job, known);
        return UnwrittenRecords.watch(job, UnwrittenRecord.What.INDEX, () -> index.restore(kept, found));
    }

    private List<IndexEntry> ofLedger(Job<?, ?> job, Set<Integer> known) throws IOException {
        JobLedger ledger = JobLedger.of(job);
        List<Evidence> evidence = ledger.evidence(yardstick.trusted());
        Map<Integer, Evidence> last = new TreeMap<>(Collections.reverseOrder());
        for (Evidence each : evidence) {
            String build = each.origin().build();
            if (NUMBER.matcher(build).matches() && !known.contains(Integer.valueOf(build))) {
                last.put(Integer.valueOf(build), each);
            }
        }
        List<IndexEntry> entries = new ArrayList<>();
        for (Map.Entry<Integer, Evidence> each : last.entrySet()) {
            if (entries.size() < JobIndex.CAPACITY && !isRunning(job, each.getKey())) {
                Assessment assessment = assess(job, evidence, each.getKey(), each.getValue());
                if (!assessment.applicable().isEmpty()) {
                    entries.add(IndexEntry.of(each.getKey(), assessment, Gate.decide(assessment, Gate.Mode.OBSERVE)));
                }
            }
        }
        return entries;
    }

    /** A build that is there and has no line was not judged yet. */
    private static boolean isRunning(Job<?, ?> job, int build) {
        Run<?, ?> run = job.getBuildByNumber(build);
        return run != null && run.isLogUpdated();
    }

    private Assessment assess(Job<?, ?> job, List<Evidence> evidence, int build, Evidence last) {
        Tags tags = yardstick.inherited().over(last.tags());
        return yardstick.judge(job, String.valueOf(build), tags, evidence, last.recordedAt());
    }
}
