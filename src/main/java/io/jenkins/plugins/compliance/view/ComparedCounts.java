package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.assess.DetailsSource;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import io.jenkins.plugins.compliance.record.cache.BoundedCache;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many findings of evidence are new, and how many are fixed, by severity. Scans were compared when they were recorded; what
 * other reports have is compared here, once, for evidence does not change.
 *
 * @param fresh new ones
 * @param fixed fixed ones
 */
record ComparedCounts(Map<Severity, Long> fresh, Map<Severity, Long> fixed) {
    /** More findings than these, on both sides together, are not compared for a mere count. */
    private static final long MOST = 200_000;

    private static final int REMEMBERED = 500;
    private static final BoundedCache<String, ComparedCounts> KNOWN = new BoundedCache<>(REMEMBERED);

    /** The counts; null when there is nothing to compare with, or what there is can't be read. */
    @CheckForNull
    static ComparedCounts of(ComparedEvidence compared, DetailsSource details) {
        Evidence earlier = compared.earlier();
        if (earlier == null) {
            return null;
        }
        Evidence evidence = compared.evidence();
        if (total(evidence, Tally.Age.UNKNOWN) == 0 && total(evidence, null) > 0) {
            return tallied(evidence, earlier);
        }
        if (total(evidence, null) + total(earlier, null) > MOST) {
            return null;
        }
        String key = evidence.digest() + earlier.digest();
        ComparedCounts known = KNOWN.get(key);
        if (known != null) {
            return known;
        }
        ComparedCounts counted = counted(compared, details);
        if (counted != null) {
            KNOWN.put(key, counted);
        }
        return counted;
    }

    private static ComparedCounts tallied(Evidence evidence, Evidence earlier) {
        Map<Severity, Long> fresh = new EnumMap<>(Severity.class);
        Map<Severity, Long> fixed = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            fresh.put(severity, count(evidence, severity, Tally.Age.NEW));
            fixed.put(
                    severity,
                    Math.max(0, count(earlier, severity, null) - count(evidence, severity, Tally.Age.OUTSTANDING)));
        }
        return new ComparedCounts(fresh, fixed);
    }

    @CheckForNull
    private static ComparedCounts counted(ComparedEvidence compared, DetailsSource details) {
        Map<Severity, Long> fresh = new EnumMap<>(Severity.class);
        Map<Severity, Long> fixed = new EnumMap<>(Severity.class);
        FindingsSearch search = new FindingsSearch(
                details,
                (standing, finding) -> {
                    if (standing == BaselineState.NEW) {
                        fresh.merge(finding.severity(), 1L, Long::sum);
                    } else if (standing == BaselineState.FIXED) {
                        fixed.merge(finding.severity(), 1L, Long::sum);
                    }
                    return false;
                },
                0);
        search.search(compared, true);
        return search.unreadable().isEmpty() ? new ComparedCounts(fresh, fixed) : null;
    }

    /** How many findings of a severity and age; of any age when that is null. */
    static long count(Evidence evidence, Severity severity, @CheckForNull Tally.Age age) {
        return evidence.reports().stream()
                .map(ReportFact::tally)
                .flatMap(tally -> tally.cells().stream())
                .filter(cell -> cell.severity() == severity && (age == null || cell.age() == age))
                .mapToLong(Tally.Cell::count)
                .sum();
    }

    private static long total(Evidence evidence, @CheckForNull Tally.Age age) {
        long total = 0;
        for (Severity severity : Severity.values()) {
            total += count(evidence, severity, age);
        }
        return total;
    }
}
