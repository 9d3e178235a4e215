package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Judges a fact about the pipeline that its controller observed, or that somebody attested where the controller could not. */
final class PipelineCheck {
    private PipelineCheck() {}

    static Judgement judge(Check.PipelineFact check, Cadence cadence, EvidenceIndex view, Freshness freshness) {
        List<Evidence> newest = view.stating(check.fact()).stream().toList();
        Judgement observed = DocumentCheck.judge(
                newest,
                OutcomeReason.PIPELINE_FACT.of(check.fact()),
                cadence,
                freshness,
                found -> violated(check, found));
        boolean inTime =
                newest.stream().anyMatch(each -> freshness.tooOld(each, cadence).isEmpty());
        Check.Attestation orAttested = check.orAttested();
        if (orAttested == null || observed.outcome() == Outcome.UNVERIFIABLE) {
            return observed;
        }
        // When it is in time no more, somebody's word may stand in.
        return inTime
                ? observed.until(freshness.staleAt(newest, cadence))
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
            return with(observed, OutcomeReason.ATTESTATION_WOULD_DO.of(orAttested.type()));
        }
        boolean contradicted = observed.outcome() == Outcome.NOT_SATISFIED
                && newest.stream().anyMatch(each -> each.sequence() > newest(attested));
        Instant changesAt = Freshness.earlier(observed.changesAt(), attested.changesAt());
        return newest.isEmpty() || (attested.outcome() == Outcome.SATISFIED && !contradicted)
                ? with(attested, OutcomeReason.ATTESTED_INSTEAD.of(check.fact()))
                : observed.until(changesAt);
    }

    private static long newest(Judgement judgement) {
        return judgement.explanation().evidence().stream()
                .mapToLong(EvidenceRef::sequence)
                .max()
                .orElse(0);
    }

    private static Judgement with(Judgement judgement, Phrase reason) {
        Explanation explanation = judgement.explanation();
        List<Phrase> reasons = new ArrayList<>(explanation.reasons());
        reasons.add(reason);
        return new Judgement(
                judgement.outcome(),
                new Explanation(explanation.summary(), reasons, explanation.evidence()),
                judgement.changesAt());
    }

    private static List<Phrase> violated(Check.PipelineFact check, List<Evidence> evidence) {
        return evidence.stream()
                .map(each -> ((Fact.Pipeline) each.fact()).facts().getOrDefault(check.fact(), ""))
                .filter(value -> !check.allowed().contains(value))
                .map(value -> OutcomeReason.FACT_IS.of(check.fact(), value, check.allowed()))
                .toList();
    }
}
