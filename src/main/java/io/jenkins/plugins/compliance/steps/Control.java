package io.jenkins.plugins.compliance.steps;

import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What evidence is for: a procedure of the policy, or a requirement that procedures claim. Evidence is judged by what it is,
 * whatever it is said to be for; a control makes sure that it is what those procedures look for.
 */
final class Control {
    /** What a job can give that a check looks for. */
    private static final Check.Cases<Optional<EvidenceKind>> LOOKS_FOR = new Check.Cases<>(
            scan -> Optional.empty(),
            report -> Optional.of(EvidenceKind.REPORT),
            sbom -> Optional.of(EvidenceKind.SBOM),
            test -> Optional.of(EvidenceKind.TEST),
            attestation -> Optional.of(EvidenceKind.ATTESTATION),
            approval -> Optional.of(EvidenceKind.APPROVAL),
            Control::orAttested);

    /** What evidence must say so that a check looks at it. */
    private static final Check.Cases<Optional<Word>> WORD = new Check.Cases<>(
            scan -> Optional.empty(),
            report -> Optional.of(new Word("format", report.format(), true)),
            sbom -> Optional.empty(),
            test -> Optional.empty(),
            attestation -> Optional.of(new Word("type", attestation.type(), true)),
            approval -> Optional.of(new Word("approval", approval.what(), true)),
            pipelineFact -> Optional.ofNullable(pipelineFact.orAttested())
                    .map(attestation -> new Word("type", attestation.type(), false)));

    private final String name;
    private final List<Procedure> procedures;

    private Control(String name, List<Procedure> procedures) {
        this.name = name;
        this.procedures = procedures;
    }

    /** The procedures that evidence of a control is looked for by. */
    List<Procedure> procedures() {
        return procedures;
    }

    /**
     * The control of a name.
     *
     * @param name id of a procedure, or a requirement with its framework or without
     * @throws IllegalArgumentException when policy knows none, or none that looks for evidence of the kind
     */
    static Control of(PolicyIndex policy, String name, EvidenceKind kind) {
        List<Procedure> found = policy.procedure(name).map(List::of).orElseGet(() -> claiming(policy, name));
        if (found.isEmpty()) {
            throw new IllegalArgumentException(Messages.Control_unknown(
                    name, policy.pack().id(), policy.pack().version()));
        }
        List<Procedure> fit = found.stream()
                .filter(each ->
                        each.check().match(LOOKS_FOR).filter(kind::equals).isPresent())
                .toList();
        if (fit.isEmpty()) {
            throw new IllegalArgumentException(Messages.Control_otherKind(
                    name,
                    kind.id(),
                    String.join(", ", found.stream().map(Procedure::id).toList())));
        }
        return new Control(name, fit);
    }

    /**
     * What is stated, with what the control says beyond: the type of an attestation, the name of an approval, the format of a
     * report.
     *
     * @throws IllegalArgumentException when what is stated is not what the control asks for, or that is not one thing
     */
    Map<String, String> fill(Map<String, String> said) {
        Map<String, String> filled = new TreeMap<>(said);
        List<Word> asked = procedures.stream()
                .flatMap(each -> each.check().match(WORD).stream())
                .toList();
        if (asked.isEmpty()) {
            return filled;
        }
        String field = asked.get(0).field();
        String stated = filled.get(field);
        boolean first = stated == null && asked.stream().anyMatch(Word::first);
        TreeSet<String> words = new TreeSet<>();
        asked.stream().filter(each -> each.first() || !first).forEach(each -> words.add(each.value()));
        if (stated != null && !words.contains(stated)) {
            throw new IllegalArgumentException(Messages.Control_other(name, field, String.join(", ", words), stated));
        }
        if (stated == null && words.size() > 1 && !field.equals("format")) {
            throw new IllegalArgumentException(Messages.Control_several(name, field, String.join(", ", words)));
        }
        if (stated == null && words.size() == 1) {
            filled.put(field, words.first());
        }
        return filled;
    }

    /**
     * What a procedure asks for.
     *
     * @param first whether that is what it asks for in the first place, and not what will do as well
     */
    private record Word(String field, String value, boolean first) {}

    private static List<Procedure> claiming(PolicyIndex policy, String requirement) {
        return policy.pack().procedures().stream()
                .filter(each -> each.satisfies().stream()
                        .map(claim -> claim.requirement())
                        .anyMatch(ref -> String.valueOf(ref).equals(requirement)
                                || ref.requirement().equals(requirement)))
                .toList();
    }

    private static Optional<EvidenceKind> orAttested(Check.PipelineFact check) {
        return Optional.ofNullable(check.orAttested()).map(attestation -> EvidenceKind.ATTESTATION);
    }
}
