package io.jenkins.plugins.compliance.engine.export.oscal;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * The ids of one document.
 *
 * @param document id of the document
 * @param job full name of the job
 * @param policy digest of the policy
 */
record Ids(String document, String job, String policy) {

    static Ids of(Assessment assessment) {
        List<String> content = new ArrayList<>(List.of(
                assessment.policy().digest(),
                assessment.job(),
                assessment.build(),
                assessment.asOf().toString(),
                assessment.tags().toString()));
        for (Evidence each : assessment.evidence()) {
            content.add(each.digest());
        }
        for (ProcedureResult each : assessment.procedures()) {
            content.add(each.procedure().id() + "=" + each.outcome().id());
        }
        return new Ids(
                OscalId.of("document", content.toArray(new String[0])),
                assessment.job(),
                assessment.policy().digest());
    }

    String result() {
        return OscalId.of("result", document);
    }

    String system() {
        return OscalId.of("system", job);
    }

    String platform() {
        return OscalId.of("platform", "compliance-stages");
    }

    String plan() {
        return OscalId.of("plan", policy);
    }

    String activity(String procedure) {
        return OscalId.of("activity", policy, procedure);
    }

    String tool(String name) {
        return OscalId.of("tool", name);
    }

    String observation(Evidence evidence) {
        return OscalId.of("observation", job, String.valueOf(evidence.sequence()), evidence.digest());
    }

    String risk(ProcedureResult procedure) {
        return OscalId.of("risk", document, procedure.procedure().id());
    }

    String remediation(ProcedureResult procedure) {
        return OscalId.of("remediation", document, procedure.procedure().id());
    }

    String finding(RequirementResult requirement) {
        return OscalId.of("finding", document, requirement.requirement().toString());
    }
}
