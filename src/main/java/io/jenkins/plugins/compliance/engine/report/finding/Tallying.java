package io.jenkins.plugins.compliance.engine.report.finding;

import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
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

    private static final int RECENT = 1024;

    private final Map<Key, Count> counts = new HashMap<>();
    private final Count[] recent = new Count[RECENT];

    /** Counts a finding, unless it does not {@link Finding.State#counts() count}. */
    public void add(Finding finding, Tally.Age age) {
        if (finding.state().counts()) {
            count(finding.severity(), finding.cwes(), age).findings++;
        }
    }

    // Findings of one rule share their list of weaknesses, so that most counts are found without comparing lists.
    @SuppressWarnings("ReferenceEquality")
    private Count count(Severity severity, List<CweClaim> claims, Tally.Age age) {
        int slot = (System.identityHashCode(claims) * 31 + severity.ordinal() * 7 + age.ordinal()) & RECENT - 1;
        Count count = recent[slot];
        if (count == null || count.claims != claims || count.severity != severity || count.age != age) {
            count = counts.computeIfAbsent(new Key(severity, claims, age), key -> new Count(severity, claims, age));
            // The map may hold an equal list that is another object.
            recent[slot] = count;
        }
        return count;
    }

    private static final class Count {
        private final Severity severity;
        private final List<CweClaim> claims;
        private final Tally.Age age;
        private long findings;

        Count(Severity severity, List<CweClaim> claims, Tally.Age age) {
            this.severity = severity;
            this.claims = claims;
            this.age = age;
        }
    }

    /** What was counted so far, in an order that depends on the content alone. */
    public Tally tally() {
        Map<Tally.Cell, Long> merged = new HashMap<>();
        counts.forEach((key, count) -> merged.merge(key.cell(), count.findings, Long::sum));
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
