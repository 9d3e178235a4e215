package io.jenkins.plugins.compliance.engine.export;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import io.jenkins.plugins.compliance.engine.export.ProcedureFindings.Located;
import io.jenkins.plugins.compliance.engine.export.ProcedureFindings.Shown;
import io.jenkins.plugins.compliance.engine.policy.Check.Thresholds;
import io.jenkins.plugins.compliance.engine.report.cwe.CweCatalog;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the findings of one procedure by the thresholds that they fall under, and keeps the first of each. */
final class FindingsAgainst {
    private final Thresholds thresholds;
    private final boolean together;
    private final int limit;
    private final Map<Bound, Long> counts = new HashMap<>();
    private final Map<List<Bound>, Alike> alike = new LinkedHashMap<>();

    /**
     * @param thresholds what findings are held against
     * @param together whether the findings of all evidence are counted together, not those of each by themselves
     * @param limit how many to keep
     */
    FindingsAgainst(Thresholds thresholds, boolean together, int limit) {
        this.thresholds = thresholds;
        this.together = together;
        this.limit = limit;
    }

    /** What a threshold bounds; 0 as evidence stands for all. */
    private sealed interface Bound {
        record OfSeverity(@CheckForNull EvidenceRef evidence, Severity severity) implements Bound {}

        record OfWeakness(@CheckForNull EvidenceRef evidence, int cwe) implements Bound {}
    }

    /** Findings that fall under the same bounds. */
    private static final class Alike {
        private final Severity severity;
        private final List<Located> first = new ArrayList<>();
        private long count;

        Alike(Severity severity) {
            this.severity = severity;
        }
    }

    boolean newOnly() {
        return thresholds.newOnly();
    }

    void add(EvidenceRef evidence, Finding finding, Tally.Age age) {
        if (thresholds.newOnly() && age == Tally.Age.OUTSTANDING) {
            return;
        }
        List<Bound> bounds = bounds(together ? null : evidence, finding);
        bounds.forEach(bound -> counts.merge(bound, 1L, Long::sum));
        Alike group = alike.computeIfAbsent(bounds, absent -> new Alike(finding.severity()));
        group.count++;
        if (group.first.size() < limit) {
            group.first.add(new Located(evidence, finding));
        }
    }

    private List<Bound> bounds(@CheckForNull EvidenceRef evidence, Finding finding) {
        List<Bound> bounds = new ArrayList<>();
        bounds.add(new Bound.OfSeverity(evidence, finding.severity()));
        for (int bounded : thresholds.maxCwe().keySet()) {
            if (finding.cwes().stream().anyMatch(claim -> CweCatalog.standard().isA(claim.cwe(), bounded))) {
                bounds.add(new Bound.OfWeakness(evidence, bounded));
            }
        }
        return bounds;
    }

    /** Those that break a bound; all when no bound explains the outcome. */
    Shown shown() {
        List<Alike> breaking = alike.entrySet().stream()
                .filter(entry -> entry.getKey().stream().anyMatch(this::isBroken))
                .map(Map.Entry::getValue)
                .toList();
        List<Alike> relevant = breaking.isEmpty() ? List.copyOf(alike.values()) : breaking;
        List<Located> first = relevant.stream()
                .sorted(Comparator.comparing(group -> group.severity))
                .flatMap(group -> group.first.stream())
                .limit(limit)
                .toList();
        return new Shown(
                first, relevant.stream().mapToLong(group -> group.count).sum());
    }

    private boolean isBroken(Bound bound) {
        Integer most = bound instanceof Bound.OfWeakness weakness
                ? thresholds.maxCwe().get(weakness.cwe())
                : thresholds.max().get(((Bound.OfSeverity) bound).severity());
        return most != null && counts.getOrDefault(bound, 0L) > most;
    }
}
