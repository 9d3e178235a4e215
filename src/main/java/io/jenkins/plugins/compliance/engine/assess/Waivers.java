package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.io.Wildcard;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import java.util.ArrayList;
import java.util.List;

/** Lays waivers over what was judged. The waived outcome stays visible, and a waiver never makes anything satisfied. */
final class Waivers {
    private Waivers() {}

    static ProcedureResult apply(Judgement judgement, Procedure procedure, AssessmentInput input) {
        if (judgement.outcome().waivable()) {
            for (Waiver waiver : input.waivers()) {
                if (covers(waiver, procedure, input)) {
                    List<String> reasons = new ArrayList<>();
                    reasons.add("waiver " + waiver.id() + ": " + waiver.reason() + " (asked by " + waiver.requester()
                            + ", approved by " + waiver.approver() + ", until " + waiver.until() + ")");
                    reasons.addAll(judgement.explanation().reasons());
                    return new ProcedureResult(
                            procedure,
                            Outcome.WAIVED,
                            judgement.outcome(),
                            waiver.id(),
                            new Explanation(
                                    "Waived; without the waiver it is "
                                            + judgement.outcome().id() + ". "
                                            + judgement.explanation().summary(),
                                    reasons,
                                    judgement.explanation().evidence()));
                }
            }
        }
        return new ProcedureResult(procedure, judgement.outcome(), null, null, judgement.explanation());
    }

    private static boolean covers(Waiver waiver, Procedure procedure, AssessmentInput input) {
        String job = waiver.job();
        return waiver.procedure().equals(procedure.id())
                && waiver.inForce(input.asOf())
                && (job == null || Wildcard.matches(job, input.job()))
                && waiver.when().matches(input.tags());
    }
}
