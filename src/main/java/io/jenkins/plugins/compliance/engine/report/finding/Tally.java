package io.jenkins.plugins.compliance.engine.report.finding;

import java.util.List;

/**
 * Findings counted by what thresholds ask for, so that a threshold can be judged again years later without the report.
 *
 * @param cells counts of findings that are alike in every respect of {@link Cell}, worst severity first
 */
public record Tally(List<Cell> cells) {
    /** No findings. */
    public static final Tally EMPTY = new Tally(List.of());

    /** Takes a copy of the cells. */
    public Tally {
        cells = List.copyOf(cells);
    }

    /**
     * Findings that are alike.
     *
     * @param severity severity
     * @param cwes weaknesses, ascending; empty when none is known
     * @param age against the last evidence of the same tool
     * @param count how many findings; only such as {@link Finding.State#counts() count}
     */
    public record Cell(Severity severity, List<Integer> cwes, Age age, long count) {
        /** Takes a copy of the weaknesses. */
        public Cell {
            cwes = List.copyOf(cwes);
        }
    }

    /** Whether a finding was there before. */
    public enum Age {
        /** Not in the last evidence of the same tool. */
        NEW,
        /** In the last evidence too. */
        OUTSTANDING,
        /** There is no earlier evidence to compare with. */
        UNKNOWN
    }

    /** How many findings. */
    public long total() {
        return cells.stream().mapToLong(Cell::count).sum();
    }

    /** How many findings of this severity. */
    public long of(Severity severity) {
        return cells.stream()
                .filter(cell -> cell.severity() == severity)
                .mapToLong(Cell::count)
                .sum();
    }
}
