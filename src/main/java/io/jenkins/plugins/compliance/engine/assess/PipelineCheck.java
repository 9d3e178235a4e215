package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import java.util.ArrayList;
import java.util.List;

/** Judges a fact about the pipeline that its controller observed, or that somebody attested where the controller could not. */
final class PipelineCheck {
    private PipelineCheck() {}

    static Judgement judge(Check.PipelineFact check, Cadence cadence, EvidenceIndex view, Freshness freshness) {
        List<Evidence> newest = view.stating(check.fact()).stream().toList();
        Judgement observed = DocumentCheck.judge(
                newest, "pipeline fact " + check.fact(), cadence, freshness, found -> violated(check, found));
        boolean inTime =
                newest.stream().anyMatch(each -> freshness.tooOld(each, cadence).isEmpty());
        Check.Attestation orAttested = check.orAttested();
        return orAttested == null || inTime || observed.outcome() == Outcome.UNVERIFIABLE
                ? observed
                : attested(check, orAttested, newest, observed, view, freshness);
    }

    /** Word is never put above what was seen: it stands in where nothing was seen in time, and undoes no violation seen after it. */
    private static Judgement attested(
            Check.PipelineFact check,
            Check.Attestation orAttested,
            List<Evidence> newest,
            Judgement observed,
            EvidenceIndex view,
            Freshness freshness) {
        Judgement attested = AttestationCheck.judge(orAttested, new Cadence.Once(), view, freshness);
        if (attested.outcome() == Outcome.MISSING) {
            return with(
                    observed, "policy accepts the attestation " + orAttested.type() + " instead, which nobody gave");
        }
        boolean contradicted = observed.outcome() == Outcome.NOT_SATISFIED
                && newest.stream().anyMatch(each -> each.sequence() > newest(attested));
        return newest.isEmpty() || (attested.outcome() == Outcome.SATISFIED && !contradicted)
                ? with(
                        attested,
                        "accepted instead of the pipeline fact " + check.fact() + ", which nobody observed in time")
                : observed;
    }

    private static long newest(Judgement judgement) {
        return judgement.explanation().evidence().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private static Judgement with(Judgement judgement, String reason) {
        Explanation explanation = judgement.explanation();
        List<String> reasons = new ArrayList<>(explanation.reasons());
        reasons.add(reason);
        return new Judgement(
                judgement.outcome(), new Explanation(explanation.summary(), reasons, explanation.evidence()));
    }

    private static List<String> violated(Check.PipelineFact check, List<Evidence> evidence) {
        return evidence.stream()
                .map(each -> ((Fact.Pipeline) each.fact()).facts().getOrDefault(check.fact(), ""))
                .filter(value -> !check.allowed().contains(value))
                .map(value -> check.fact() + " is " + value + ", expected " + String.join(" or ", check.allowed()))
                .toList();
    }
}
