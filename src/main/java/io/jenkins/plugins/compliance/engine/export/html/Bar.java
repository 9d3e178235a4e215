package io.jenkins.plugins.compliance.engine.export.html;

import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.export.OutcomeLabel;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Outcomes as parts of a bar, with a legend or beside numbers that say the same. */
final class Bar {
    private static final double WIDE_ENOUGH_FOR_A_NUMBER = 6;

    private Bar() {}

    /** A bar with numbers in it, which screen readers read as one picture. */
    static void large(Html html, String noun, Map<Outcome, Long> counts) throws IOException {
        long total = total(counts);
        html.open("svg", "class", "bar large", "role", "img", "aria-label", noun + ": " + words(counts));
        parts(html, counts, total, true);
        html.close();
    }

    /** A bar that repeats numbers that stand beside it. */
    static void small(Html html, Map<Outcome, Long> counts) throws IOException {
        html.open("svg", "class", "bar", "aria-hidden", "true", "focusable", "false");
        parts(html, counts, total(counts), false);
        html.close();
    }

    /** Shape, word and number of each outcome. */
    static void legend(Html html, Map<Outcome, Long> counts) throws IOException {
        html.open("ul", "class", "legend");
        for (Outcome outcome : OutcomeLabel.BEST_FIRST) {
            Long count = counts.get(outcome);
            if (count != null) {
                html.open("li");
                Badge.icon(html, outcome);
                html.element("b", String.valueOf(count)).text(" " + OutcomeLabel.words(outcome));
                html.close();
            }
        }
        html.close();
    }

    /** The counts in words, for instance {@code 3 satisfied, 1 missing}. */
    static String words(Map<Outcome, Long> counts) {
        return OutcomeLabel.BEST_FIRST.stream()
                .filter(counts::containsKey)
                .map(outcome -> counts.get(outcome) + " " + OutcomeLabel.words(outcome))
                .collect(Collectors.joining(", "));
    }

    private static void parts(Html html, Map<Outcome, Long> counts, long total, boolean numbers) throws IOException {
        double start = 0;
        for (Outcome outcome : OutcomeLabel.BEST_FIRST) {
            long count = counts.getOrDefault(outcome, 0L);
            if (count > 0) {
                double share = 100.0 * count / total;
                html.open("svg", "x", percent(start), "width", percent(share), "height", "100%");
                html.empty("rect", "class", "fill f-" + outcome.id(), "width", "100%", "height", "100%");
                if (numbers && share >= WIDE_ENOUGH_FOR_A_NUMBER) {
                    html.element(
                            "text",
                            String.valueOf(count),
                            "class",
                            "number f-" + outcome.id(),
                            "x",
                            "50%",
                            "y",
                            "50%",
                            "dy",
                            "0.35em",
                            "text-anchor",
                            "middle");
                }
                html.close();
                start += share;
            }
        }
    }

    private static long total(Map<Outcome, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.3f%%", value);
    }
}
