package io.jenkins.plugins.compliance.engine.export;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.Framework;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Outcomes counted by framework, by archetype and by role. */
public final class Coverage {
    private Coverage() {}

    /**
     * One group.
     *
     * @param id id of the framework, archetype or role
     * @param label its name for people
     * @param counts how many of its members have which outcome
     */
    public record Row(String id, String label, Map<Outcome, Long> counts) {
        /** Takes a copy of the counts. */
        public Row {
            counts = Collections.unmodifiableMap(copy(counts));
        }

        /** All members. */
        public long total() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Members that are satisfied. */
        public long satisfied() {
            return counts.getOrDefault(Outcome.SATISFIED, 0L);
        }
    }

    /** Requirements by framework, in order of its id. */
    public static List<Row> byFramework(Assessment assessment) {
        Map<String, Map<Outcome, Long>> groups = new TreeMap<>();
        for (RequirementResult each : assessment.requirements()) {
            count(groups, each.requirement().framework(), each.outcome());
        }
        return rows(groups, id -> {
            Framework framework = assessment.policy().frameworks().get(id);
            return framework == null ? id : framework.title();
        });
    }

    /** Requirements by the archetypes that demand them, in the order of the assessment. */
    public static List<Row> byArchetype(Assessment assessment) {
        Map<String, Map<Outcome, Long>> groups = new LinkedHashMap<>();
        assessment.archetypes().forEach(id -> groups.put(id, new EnumMap<>(Outcome.class)));
        for (RequirementResult each : assessment.requirements()) {
            each.archetypes().forEach(id -> count(groups, id, each.outcome()));
        }
        return rows(
                groups,
                id -> assessment.policy().archetypes().stream()
                        .filter(archetype -> archetype.id().equals(id))
                        .findFirst()
                        .map(Archetype::title)
                        .orElse(id));
    }

    /** Applicable procedures by role, in the order of roles. */
    public static List<Row> byRole(Assessment assessment) {
        Map<String, Map<Outcome, Long>> groups = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            for (ProcedureResult each : assessment.applicable()) {
                if (each.procedure().role() == role) {
                    count(groups, role.id(), each.outcome());
                }
            }
        }
        return rows(groups, id -> id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1));
    }

    private static void count(Map<String, Map<Outcome, Long>> groups, String group, Outcome outcome) {
        groups.computeIfAbsent(group, key -> new EnumMap<>(Outcome.class)).merge(outcome, 1L, Long::sum);
    }

    private static Map<Outcome, Long> copy(Map<Outcome, Long> counts) {
        Map<Outcome, Long> copy = new EnumMap<>(Outcome.class);
        copy.putAll(counts);
        return copy;
    }

    private static List<Row> rows(Map<String, Map<Outcome, Long>> groups, UnaryOperator<String> label) {
        List<Row> rows = new ArrayList<>();
        groups.forEach((id, counts) -> rows.add(new Row(id, label.apply(id), counts)));
        return rows;
    }
}
