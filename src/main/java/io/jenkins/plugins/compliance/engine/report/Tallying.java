package io.jenkins.plugins.compliance.engine.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts findings into a {@link Tally}, one at a time. */
public final class Tallying {
    private static final Comparator<Tally.Cell> ORDER = Comparator.comparing(Tally.Cell::severity)
            .thenComparing(cell -> cell.cwes().toString())
            .thenComparing(Tally.Cell::age);

    private final Map<Key, long[]> counts = new HashMap<>();

    /** Counts a finding, unless it does not {@link Finding.State#counts() count}. */
    public void add(Finding finding, Tally.Age age) {
        if (finding.state().counts()) {
            counts.computeIfAbsent(new Key(finding.severity(), finding.cwes(), age), key -> new long[1])[0]++;
        }
    }

    /** What was counted so far, in an order that depends on the content alone. */
    public Tally tally() {
        Map<Tally.Cell, Long> merged = new HashMap<>();
        counts.forEach((key, count) -> merged.merge(key.cell(), count[0], Long::sum));
        List<Tally.Cell> cells = new ArrayList<>();
        merged.forEach((cell, count) -> cells.add(new Tally.Cell(cell.severity(), cell.cwes(), cell.age(), count)));
        cells.sort(ORDER);
        return new Tally(cells);
    }

    private record Key(Severity severity, List<CweClaim> claims, Tally.Age age) {
        /** What thresholds tell apart: the numbers, not who claims them. */
        Tally.Cell cell() {
            List<Integer> cwes =
                    claims.stream().map(CweClaim::cwe).distinct().sorted().toList();
            return new Tally.Cell(severity, cwes, age, 0);
        }
    }
}
