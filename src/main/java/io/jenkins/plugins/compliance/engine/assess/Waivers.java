package io.jenkins.plugins.compliance.engine.assess;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.Wildcard;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.wording.Argument;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lays waivers over what was judged. The waived outcome stays visible, and a waiver never makes anything satisfied. */
final class Waivers {
    private Waivers() {}

    static ProcedureResult apply(Judgement judgement, Procedure procedure, AssessmentInput input) {
        Instant changesAt = judgement.changesAt();
        Waiver inForce = null;
        for (Waiver waiver : input.waivers()) {
            if (!covers(waiver, procedure, input)) {
                continue;
            }
            if (inForce == null && waiver.inForce(input.asOf())) {
                inForce = waiver;
            }
            // One that covers nothing today still can when time has made the outcome worse.
            Instant next = input.asOf().isBefore(waiver.from()) ? waiver.from() : waiver.until();
            changesAt = Freshness.earlier(changesAt, next.isAfter(input.asOf()) ? next : null);
        }
        return judgement.outcome().waivable() && inForce != null
                ? waived(judgement, procedure, inForce, changesAt)
                : new ProcedureResult(procedure, judgement.outcome(), null, null, judgement.explanation(), changesAt);
    }

    private static ProcedureResult waived(
            Judgement judgement, Procedure procedure, Waiver waiver, @CheckForNull Instant changesAt) {
        Explanation explanation = judgement.explanation();
        List<Phrase> reasons = new ArrayList<>();
        reasons.add(OutcomeReason.WAIVER.of(
                waiver.id(), waiver.reason(), waiver.requester(), waiver.approver(), waiver.until()));
        reasons.addAll(explanation.reasons());
        Phrase summary =
                OutcomeReason.WAIVED.of(Argument.term(judgement.outcome().id()), explanation.summary());
        return new ProcedureResult(
                procedure,
                Outcome.WAIVED,
                judgement.outcome(),
                waiver.id(),
                new Explanation(summary, reasons, explanation.evidence()),
                changesAt);
    }

    /** Whether it is about this outcome, today or at another time. */
    private static boolean covers(Waiver waiver, Procedure procedure, AssessmentInput input) {
        String job = waiver.job();
        return waiver.procedure().equals(procedure.id())
                && (job == null || Wildcard.matches(job, input.job()))
                && waiver.when().matches(input.tags());
    }
}
