package io.jenkins.plugins.compliance.engine.export;

import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import java.util.List;

/** Copies of results under other ids, to make an assessment large. */
final class Renamed {
    private Renamed() {}

    static ProcedureResult procedure(ProcedureResult result, String id) {
        Procedure old = result.procedure();
        return new ProcedureResult(
                new Procedure(
                        id,
                        old.title(),
                        old.statement(),
                        old.why(),
                        old.role(),
                        old.phase(),
                        old.when(),
                        old.satisfies(),
                        old.check(),
                        old.cadence(),
                        old.guidance()),
                result.outcome(),
                result.waived(),
                result.waiver(),
                result.explanation(),
                result.changesAt());
    }

    static RequirementResult requirement(RequirementResult result, String id, String procedure) {
        RequirementRef ref = new RequirementRef(result.requirement().framework(), id);
        return new RequirementResult(
                ref,
                result.title(),
                result.archetypes(),
                result.outcome(),
                List.of(new RequirementResult.AppliedClaim(procedure, Procedure.Strength.FULL, ref, result.outcome())),
                result.explanation());
    }
}
