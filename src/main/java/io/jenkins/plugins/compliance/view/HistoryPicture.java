package io.jenkins.plugins.compliance.view;

import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.export.OutcomeLabel;
import io.jenkins.plugins.compliance.record.clock.MomentText;
import io.jenkins.plugins.compliance.record.index.IndexEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The outcomes of the last builds as a picture: one column a build, the oldest on the left.
 *
 * @param columns the columns
 * @param width width of the picture
 * @param most the highest column, in procedures
 * @param legend the outcomes that occur
 */
@Restricted(NoExternalUse.class)
public record HistoryPicture(List<Column> columns, int width, long most, List<OutcomeView> legend) {
    /** Height of the picture. */
    public static final int HEIGHT = 100;

    private static final int BUILDS = 60;
    private static final int FEWEST = 24;
    private static final int SLOT = 10;
    private static final int GAP = 2;

    /** Takes copies of the lists. */
    public HistoryPicture {
        columns = List.copyOf(columns);
        legend = List.copyOf(legend);
    }

    /**
     * A build.
     *
     * @param build its number
     * @param at the moment that was judged
     * @param parts its outcomes, the best at the bottom
     */
    public record Column(int build, MomentText at, List<Part> parts) {}

    /**
     * An outcome of a build.
     *
     * @param outcome the outcome
     * @param count how many procedures have it
     * @param x left edge
     * @param y upper edge
     * @param width width
     * @param height height
     */
    public record Part(OutcomeView outcome, long count, double x, double y, double width, double height) {}

    /** The picture of the newest builds. */
    static HistoryPicture of(List<IndexEntry> newestFirst) {
        List<IndexEntry> shown = newestFirst.subList(0, Math.min(BUILDS, newestFirst.size()));
        long most =
                shown.stream().mapToLong(each -> total(each.procedures())).max().orElse(0);
        int slots = Math.max(FEWEST, shown.size());
        List<Column> columns = new ArrayList<>();
        Map<Integer, OutcomeView> occurring = new TreeMap<>();
        for (int i = shown.size() - 1; i >= 0; i--) {
            IndexEntry entry = shown.get(i);
            double x = (shown.size() - 1 - i) * SLOT + GAP / 2.0;
            columns.add(new Column(entry.build(), new MomentText(entry.at()), parts(entry.procedures(), x, most)));
            entry.procedures()
                    .keySet()
                    .forEach(outcome ->
                            occurring.put(OutcomeLabel.BEST_FIRST.indexOf(outcome), new OutcomeView(outcome)));
        }
        return new HistoryPicture(columns, slots * SLOT, most, List.copyOf(occurring.values()));
    }

    private static List<Part> parts(Map<Outcome, Long> counts, double x, long most) {
        List<Part> parts = new ArrayList<>();
        double y = HEIGHT;
        for (Outcome outcome : OutcomeLabel.BEST_FIRST) {
            long count = counts.getOrDefault(outcome, 0L);
            if (count > 0) {
                double height = (double) HEIGHT * count / most;
                y -= height;
                parts.add(
                        new Part(new OutcomeView(outcome), count, x, rounded(y), (double) SLOT - GAP, rounded(height)));
            }
        }
        return parts;
    }

    private static long total(Map<Outcome, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /** The oldest build. */
    public Column first() {
        return columns.get(0);
    }

    /** The newest build. */
    public Column last() {
        return columns.get(columns.size() - 1);
    }

    /** What it shows, in a few words. */
    public String title() {
        return Messages.HistoryPicture_title(columns.size());
    }

    /** What it shows, for who can't see it. */
    public String description() {
        if (columns.isEmpty()) {
            return "";
        }
        Column last = columns.get(columns.size() - 1);
        return Messages.HistoryPicture_description(
                columns.get(0).build(), last.build(), satisfied(columns.get(0)), satisfied(last), most);
    }

    private static long satisfied(Column column) {
        return column.parts().stream()
                .filter(part -> part.outcome().outcome() == Outcome.SATISFIED)
                .mapToLong(Part::count)
                .sum();
    }
}
