package io.jenkins.plugins.compliance.engine.export;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Check.Thresholds;
import io.jenkins.plugins.compliance.engine.report.Finding;
import io.jenkins.plugins.compliance.engine.report.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The first findings that stand against each procedure, worst first. Holds at most a few findings a procedure and severity,
 * however many there are.
 */
public final class ProcedureFindings {
    private final Map<String, Group> groups;

    private ProcedureFindings(Map<String, Group> groups) {
        this.groups = groups;
    }

    /**
     * Reads the findings once.
     *
     * @param chain the assessment
     * @param source gives the findings
     * @param limit how many to keep for one procedure
     */
    public static ProcedureFindings gather(Chain chain, FindingsSource source, int limit) throws IOException {
        Map<String, Group> groups = new HashMap<>();
        Set<Long> wanted = new TreeSet<>();
        for (ProcedureResult each : chain.assessment().procedures()) {
            Thresholds thresholds = thresholds(each.procedure().check());
            if (thresholds != null && (each.outcome().waivable() || each.outcome() == Outcome.WAIVED)) {
                groups.put(each.procedure().id(), new Group(thresholds, limit));
                wanted.addAll(each.explanation().evidence());
            }
        }
        if (!wanted.isEmpty()) {
            source.forEach(wanted, (evidence, finding) -> {
                if (finding.state().counts()) {
                    for (ProcedureResult each : chain.proceduresOf(evidence)) {
                        Group group = groups.get(each.procedure().id());
                        if (group != null) {
                            group.add(evidence, finding);
                        }
                    }
                }
            });
        }
        return new ProcedureFindings(groups);
    }

    /** The findings against a procedure; none when its check asks for none. */
    public Shown of(ProcedureResult procedure) {
        Group group = groups.get(procedure.procedure().id());
        return group == null ? Shown.NOTHING : group.shown();
    }

    private static @CheckForNull Thresholds thresholds(Check check) {
        if (check instanceof Check.Scan scan) {
            return scan.thresholds();
        }
        return check instanceof Check.Report report ? report.thresholds() : null;
    }

    /**
     * Findings against one procedure.
     *
     * @param first the worst, in order
     * @param total how many there are in all
     */
    public record Shown(List<Located> first, long total) {
        private static final Shown NOTHING = new Shown(List.of(), 0);

        /** Takes a copy of the findings. */
        public Shown {
            first = List.copyOf(first);
        }

        /** How many are not shown. */
        public long more() {
            return total - first.size();
        }
    }

    /**
     * A finding and the evidence that holds it.
     *
     * @param evidence sequence number of the evidence
     * @param finding the finding
     */
    public record Located(long evidence, Finding finding) {}

    /** Counts and keeps the findings of one procedure by severity. */
    private static final class Group {
        private final Thresholds thresholds;
        private final int limit;
        private final Map<Severity, List<Located>> kept = new EnumMap<>(Severity.class);
        private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);

        Group(Thresholds thresholds, int limit) {
            this.thresholds = thresholds;
            this.limit = limit;
        }

        void add(long evidence, Finding finding) {
            counts.merge(finding.severity(), 1L, Long::sum);
            List<Located> list = kept.computeIfAbsent(finding.severity(), key -> new ArrayList<>());
            if (list.size() < limit) {
                list.add(new Located(evidence, finding));
            }
        }

        /** Those of the severities that are over their bound; all when no bound on a severity explains the outcome. */
        Shown shown() {
            Set<Severity> over = counts.entrySet().stream()
                    .filter(entry ->
                            entry.getValue() > thresholds.max().getOrDefault(entry.getKey(), Integer.MAX_VALUE))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            Set<Severity> relevant = over.isEmpty() ? counts.keySet() : over;
            List<Located> first = kept.entrySet().stream()
                    .filter(entry -> relevant.contains(entry.getKey()))
                    .flatMap(entry -> entry.getValue().stream())
                    .limit(limit)
                    .toList();
            return new Shown(
                    first,
                    relevant.stream()
                            .mapToLong(severity -> counts.getOrDefault(severity, 0L))
                            .sum());
        }
    }
}
