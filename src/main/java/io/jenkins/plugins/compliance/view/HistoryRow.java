package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.record.clock.MomentText;
import io.jenkins.plugins.compliance.record.index.IndexEntry;
import java.util.Map;
import java.util.TreeMap;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * A build in a table.
 *
 * @param build its number
 * @param url address of its page, relative to the root of Jenkins; null when it is gone
 * @param at the moment that was judged
 * @param result what it came to as a whole
 * @param procedureCounts its procedures by outcome
 * @param requirementCounts its requirements by outcome
 * @param gate how strict the gate was
 * @param open whether it was open
 * @param policy id and version of the policy
 * @param policyDigest digest of the policy
 */
@ExportedBean(defaultVisibility = 9)
@Restricted(NoExternalUse.class)
public record HistoryRow(
        @Exported int build,
        @Exported @CheckForNull String url,
        MomentText at,
        OutcomeView result,
        OutcomeCounts procedureCounts,
        OutcomeCounts requirementCounts,
        @Exported String gate,
        @Exported boolean open,
        @Exported String policy,
        @Exported String policyDigest) {
    static HistoryRow of(IndexEntry entry, Job<?, ?> job) {
        return new HistoryRow(
                entry.build(),
                BuildLink.of(job, String.valueOf(entry.build())),
                new MomentText(entry.at()),
                new OutcomeView(entry.overall()),
                OutcomeCounts.of(entry.procedures()),
                OutcomeCounts.of(entry.requirements()),
                entry.gate().id(),
                entry.open(),
                entry.policy() + " " + entry.policyVersion(),
                entry.policyDigest());
    }

    /** The word of the worst outcome. */
    @Exported(name = "outcome")
    public String outcomeId() {
        return result.id();
    }

    /** The moment that was judged, ISO 8601. */
    @Exported(name = "at")
    public String atIso() {
        return at.moment().toString();
    }

    /** How many procedures have which outcome. */
    @Exported
    public Map<String, Long> procedures() {
        return words(procedureCounts);
    }

    /** How many requirements have which outcome. */
    @Exported
    public Map<String, Long> requirements() {
        return words(requirementCounts);
    }

    /** The mode of the gate in the reader's language. */
    public String gateWords() {
        return Words.gate(gate);
    }

    /** The first digits of the policy's digest. */
    public String shortDigest() {
        return policyDigest.substring(0, Math.min(19, policyDigest.length()));
    }

    private static Map<String, Long> words(OutcomeCounts counts) {
        Map<String, Long> words = new TreeMap<>();
        for (Outcome outcome : Outcome.values()) {
            if (counts.of(outcome) > 0) {
                words.put(outcome.id(), counts.of(outcome));
            }
        }
        return words;
    }
}
