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
            List<Integer> cwes =
                    finding.cwes().stream().map(CweClaim::cwe).distinct().sorted().toList();
            counts.computeIfAbsent(new Key(finding.severity(), cwes, age), key -> new long[1])[0]++;
        }
    }

    /** What was counted so far, in an order that depends on the content alone. */
    public Tally tally() {
        List<Tally.Cell> cells = new ArrayList<>();
        counts.forEach((key, count) -> cells.add(new Tally.Cell(key.severity(), key.cwes(), key.age(), count[0])));
        cells.sort(ORDER);
        return new Tally(cells);
    }

    private record Key(Severity severity, List<Integer> cwes, Tally.Age age) {}
}
