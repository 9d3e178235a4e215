package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.demand.Applicability;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.util.Arrays;
import java.util.List;

/**
 * Judges the procedures of a policy, each when its result is first asked for and once: a requirement is rolled up while what its
 * procedures gave is still at hand in the processor's caches.
 */
final class ProcedureJudging {
    private final AssessmentInput input;
    private final Applicability applicability;
    private final Check.Cases<Judging> judging;
    private final List<Procedure> procedures;
    /** By the place of a procedure in the pack; null until it is judged. */
    private final ProcedureResult[] results;

    ProcedureJudging(AssessmentInput input, Applicability applicability, EvidenceIndex view, Freshness freshness) {
        this.input = input;
        this.applicability = applicability;
        this.judging = judging(input, view, freshness);
        this.procedures = input.policy().pack().procedures();
        this.results = new ProcedureResult[procedures.size()];
    }

    /**
     * The result of a procedure.
     *
     * @param number its place in the pack, from 0
     */
    ProcedureResult result(int number) {
        ProcedureResult result = results[number];
        if (result == null) {
            Procedure procedure = procedures.get(number);
            result = applicability.applies(number)
                    ? Waivers.apply(judge(procedure), procedure, input)
                    : notApplicable(procedure);
            results[number] = result;
        }
        return result;
    }

    /** The results of all procedures, in the order of the pack. */
    List<ProcedureResult> results() {
        for (int number = 0; number < results.length; number++) {
            result(number);
        }
        return Arrays.asList(results);
    }

    private static Check.Cases<Judging> judging(AssessmentInput input, EvidenceIndex view, Freshness freshness) {
        DetailsSource details = input.details();
        return new Check.Cases<>(
                scan -> cadence -> ScanCheck.judge(scan, cadence, view, freshness),
                report -> cadence -> ReportCheck.judge(report, cadence, view, freshness),
                sbom -> cadence -> SbomCheck.judge(sbom, cadence, view, details, freshness),
                test -> cadence -> TestCheck.judge(test, cadence, view, details, freshness),
                attestation -> cadence -> AttestationCheck.judge(attestation, cadence, view, freshness),
                approval -> cadence -> ApprovalCheck.judge(approval, cadence, view, freshness),
                pipelineFact -> cadence -> PipelineCheck.judge(pipelineFact, cadence, view, freshness));
    }

    /** Judges one check, at the cadence of its procedure. */
    private interface Judging {
        Judgement by(Cadence cadence);
    }

    private Judgement judge(Procedure procedure) {
        return procedure.check().match(judging).by(procedure.cadence());
    }

    private ProcedureResult notApplicable(Procedure procedure) {
        return new ProcedureResult(
                procedure,
                Outcome.NOT_APPLICABLE,
                null,
                null,
                new Explanation(whyNot(procedure), List.of(), List.of()),
                null);
    }

    private Phrase whyNot(Procedure procedure) {
        if (procedure.when().matches(input.tags())) {
            return OutcomeReason.NOT_DEMANDED.of(
                    applicability.archetypes().stream().map(Archetype::id).toList());
        }
        String selector = procedure.when().toString();
        return input.tags().values().isEmpty()
                ? OutcomeReason.SELECTOR_FINDS_NO_TAGS.of(selector)
                : OutcomeReason.SELECTOR_DOES_NOT_MATCH.of(
                        selector, input.tags().toString());
    }
}
