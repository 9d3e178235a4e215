package io.jenkins.plugins.compliance.view;

import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.export.OutcomeLabel;
import io.jenkins.plugins.compliance.record.judge.GateVerdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Outcomes counted, as a bar whose width is 100 and a legend.
 *
 * @param parts one for each outcome that occurs, best first
 * @param total how many there are in all
 */
@Restricted(NoExternalUse.class)
public record OutcomeCounts(List<Part> parts, long total) {
    private static final double WIDTH = 100;

    /** Takes a copy of the parts. */
    public OutcomeCounts {
        parts = List.copyOf(parts);
    }

    /**
     * One outcome.
     *
     * @param outcome the outcome
     * @param count how many
     * @param x left edge of its part of the bar
     * @param width width of its part of the bar
     */
    public record Part(OutcomeView outcome, long count, double x, double width) {}

    static OutcomeCounts of(Map<Outcome, Long> counts) {
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        List<Part> parts = new ArrayList<>();
        double x = 0;
        for (Outcome outcome : OutcomeLabel.BEST_FIRST) {
            long count = counts.getOrDefault(outcome, 0L);
            if (count > 0) {
                double width = rounded(WIDTH * count / total);
                parts.add(new Part(new OutcomeView(outcome), count, rounded(x), width));
                x += WIDTH * count / total;
            }
        }
        return new OutcomeCounts(parts, total);
    }

    /** The procedures of a build, as it remembers them. */
    static OutcomeCounts of(GateVerdict verdict) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            Long count = verdict.getOutcomes().get(outcome.id());
            if (count != null) {
                counts.put(outcome, count);
            }
        }
        return of(counts);
    }

    /** How many have an outcome. */
    public long of(Outcome outcome) {
        return parts.stream()
                .filter(each -> each.outcome().outcome() == outcome)
                .mapToLong(Part::count)
                .sum();
    }

    /** How many are satisfied. */
    public long satisfied() {
        return of(Outcome.SATISFIED);
    }

    /** How many somebody must act on. */
    public long failing() {
        return parts.stream()
                .filter(each -> each.outcome().outcome().waivable())
                .mapToLong(Part::count)
                .sum();
    }

    /** How many procedures hold, where these are procedures. */
    public String sentence() {
        return total == 0
                ? Messages.AssessmentViewModel_nothing()
                : Messages.OutcomeCounts_sentence(satisfied(), total);
    }

    /** The counts in words, for instance {@code 3 satisfied, 1 missing}. */
    public String words() {
        return parts.stream()
                .map(each -> each.count() + " " + each.outcome().words())
                .collect(Collectors.joining(", "));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
