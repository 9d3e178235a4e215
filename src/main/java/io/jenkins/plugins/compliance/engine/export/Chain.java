package io.jenkins.plugins.compliance.engine.export;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import io.jenkins.plugins.compliance.engine.evidence.BuildOrder;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Strength;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An assessment with its links in both directions: requirement, procedure, evidence. */
public final class Chain {
    private final Assessment assessment;
    private final Map<String, ProcedureResult> procedures = new LinkedHashMap<>();
    private final Map<String, List<RequirementResult>> requirementsOf = new HashMap<>();
    private final Map<EvidenceRef, List<ProcedureResult>> proceduresOf = new HashMap<>();
    private final TreeMap<EvidenceRef, Evidence> current = new TreeMap<>();

    /** Follows the links of an assessment. */
    public Chain(Assessment assessment) {
        this.assessment = assessment;
        for (ProcedureResult each : assessment.procedures()) {
            procedures.put(each.procedure().id(), each);
            for (EvidenceRef evidence : new TreeSet<>(each.explanation().evidence())) {
                proceduresOf.computeIfAbsent(evidence, key -> new ArrayList<>()).add(each);
            }
        }
        for (RequirementResult requirement : assessment.requirements()) {
            requirement.claims().stream()
                    .map(RequirementResult.AppliedClaim::procedure)
                    .distinct()
                    .forEach(id -> requirementsOf
                            .computeIfAbsent(id, key -> new ArrayList<>())
                            .add(requirement));
        }
        Map<String, Evidence> newest = new HashMap<>();
        for (Evidence each : assessment.evidence()) {
            if (!BuildOrder.isLater(each.origin().build(), assessment.build())) {
                newest.merge(each.name(), each, (a, b) -> a.ref().compareTo(b.ref()) > 0 ? a : b);
            }
            if (proceduresOf.containsKey(each.ref())) {
                current.put(each.ref(), each);
            }
        }
        newest.values().forEach(each -> current.put(each.ref(), each));
    }

    /** The assessment. */
    public Assessment assessment() {
        return assessment;
    }

    /** The result of a procedure. */
    public Optional<ProcedureResult> procedure(String id) {
        return Optional.ofNullable(procedures.get(id));
    }

    /** The demanded requirements that a procedure claims, in the order of the assessment. */
    public List<RequirementResult> requirementsOf(ProcedureResult procedure) {
        return requirementsOf.getOrDefault(procedure.procedure().id(), List.of());
    }

    /** The evidence that decided about a procedure, in order of sequence. */
    public List<Evidence> evidenceOf(ProcedureResult procedure) {
        return procedure.explanation().evidence().stream()
                .distinct()
                .sorted()
                .map(current::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The procedures that evidence decided about. */
    public List<ProcedureResult> proceduresOf(Evidence evidence) {
        return proceduresOf(evidence.ref());
    }

    /** The procedures about which some evidence decided. */
    public List<ProcedureResult> proceduresOf(EvidenceRef evidence) {
        return proceduresOf.getOrDefault(evidence, List.of());
    }

    /**
     * The evidence that matters now, in order of sequence: what decided about a procedure, and the newest of each name up to
     * the build that was judged. Older entries of the ledger are the same observations at earlier times.
     */
    public List<Evidence> current() {
        return List.copyOf(current.values());
    }

    /** What names {@link #current()}. */
    public Set<EvidenceRef> currentRefs() {
        return Collections.unmodifiableSet(current.keySet());
    }

    /**
     * The procedures that somebody must act on: neither satisfied nor waived. Worst outcome first, then those that hold back the
     * most requirements, then in the order of the policy.
     */
    public List<ProcedureResult> actions() {
        return assessment.procedures().stream()
                .filter(each -> each.outcome().waivable())
                .sorted(Comparator.comparing(ProcedureResult::outcome).thenComparing(each -> -heldBackBy(each)))
                .toList();
    }

    private long heldBackBy(ProcedureResult procedure) {
        String id = procedure.procedure().id();
        return requirementsOf(procedure).stream()
                .filter(requirement -> requirement.claims().stream()
                        .anyMatch(claim -> claim.procedure().equals(id) && claim.strength() != Strength.SUPPORTS))
                .count();
    }

    /** The procedures that a waiver covers, in the order of the policy. */
    public List<ProcedureResult> waived() {
        return assessment.procedures().stream()
                .filter(each -> each.outcome() == Outcome.WAIVED)
                .toList();
    }
}
