package io.jenkins.plugins.compliance.engine.export.html;

import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.export.Chain;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The part of a chain that a picture can show. Rows are ordered so that lines cross little: each column goes by the mean place
 * of what it is linked to (Sugiyama's barycentre method, one sweep each way).
 *
 * @param requirements rows of the first column
 * @param procedures rows of the second column
 * @param evidence rows of the third column
 */
record ChainSample(List<RequirementResult> requirements, List<ProcedureResult> procedures, List<Evidence> evidence) {

    /** At most so many rows in each column. */
    static ChainSample of(Chain chain, int rows) {
        Map<Outcome, Deque<ProcedureResult>> byOutcome = new EnumMap<>(Outcome.class);
        for (ProcedureResult each : chain.assessment().applicable()) {
            if (!chain.requirementsOf(each).isEmpty()) {
                byOutcome
                        .computeIfAbsent(each.outcome(), key -> new ArrayDeque<>())
                        .add(each);
            }
        }
        List<ProcedureResult> procedures = inTurn(byOutcome.values(), rows);
        procedures.sort(Comparator.comparing(ProcedureResult::outcome));
        List<RequirementResult> requirements = inTurn(
                procedures.stream()
                        .<Deque<RequirementResult>>map(each -> new ArrayDeque<>(chain.requirementsOf(each)))
                        .toList(),
                rows);
        List<Evidence> evidence = inTurn(
                procedures.stream()
                        .<Deque<Evidence>>map(each -> new ArrayDeque<>(chain.evidenceOf(each)))
                        .toList(),
                rows);
        return ordered(chain, requirements, procedures, evidence);
    }

    private static ChainSample ordered(
            Chain chain,
            List<RequirementResult> requirements,
            List<ProcedureResult> procedures,
            List<Evidence> evidence) {
        Function<RequirementResult, List<ProcedureResult>> claimants = requirement -> procedures.stream()
                .filter(each -> chain.requirementsOf(each).contains(requirement))
                .toList();
        List<RequirementResult> left = byMeanPlace(requirements, claimants, procedures);
        List<ProcedureResult> middle = byMeanPlace(procedures, chain::requirementsOf, left);
        return new ChainSample(
                byMeanPlace(left, claimants, middle), middle, byMeanPlace(evidence, chain::proceduresOf, middle));
    }

    private static <T, U> List<T> byMeanPlace(List<T> rows, Function<T, List<U>> linked, List<U> column) {
        Map<U, Integer> places = new HashMap<>();
        for (int i = 0; i < column.size(); i++) {
            places.put(column.get(i), i);
        }
        Map<T, Double> means = new HashMap<>();
        for (T row : rows) {
            means.put(
                    row,
                    linked.apply(row).stream()
                            .filter(places::containsKey)
                            .mapToInt(each -> places.getOrDefault(each, 0))
                            .average()
                            .orElse(column.size()));
        }
        return rows.stream()
                .sorted(Comparator.comparingDouble(row -> means.getOrDefault(row, 0.0)))
                .toList();
    }

    /** One of each queue in turn, without duplicates, until there are enough or none is left. */
    private static <T> List<T> inTurn(Collection<Deque<T>> queues, int enough) {
        Set<T> taken = new LinkedHashSet<>();
        boolean more = true;
        while (more && taken.size() < enough) {
            more = false;
            for (Deque<T> queue : queues) {
                T next = queue.poll();
                if (next != null && taken.size() < enough) {
                    taken.add(next);
                    more = true;
                }
            }
        }
        return new ArrayList<>(taken);
    }
}
