package io.jenkins.plugins.compliance.engine.export.oscal;

import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import io.jenkins.plugins.compliance.engine.export.Chain;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import java.io.IOException;
import java.util.List;

/** The procedures that apply, as activities: what was done to assess. */
final class Activities {
    private static final Check.Cases<String> METHOD = new Check.Cases<>(
            scan -> "TEST",
            report -> "TEST",
            sbom -> "TEST",
            test -> "TEST",
            attestation -> "EXAMINE",
            approval -> "EXAMINE",
            pipelineFact -> "TEST");

    private final JsonOutput json;
    private final Chain chain;
    private final Ids ids;

    Activities(JsonOutput json, Chain chain, Ids ids) {
        this.json = json;
        this.chain = chain;
        this.ids = ids;
    }

    void write() throws IOException {
        List<ProcedureResult> procedures = chain.assessment().applicable();
        if (procedures.isEmpty()) {
            return;
        }
        json.beginObject("local-definitions").beginArray("activities");
        for (ProcedureResult each : procedures) {
            activity(each);
        }
        json.endArray().endObject();
    }

    private void activity(ProcedureResult result) throws IOException {
        Procedure procedure = result.procedure();
        json.beginObject();
        json.member("uuid", ids.activity(procedure.id()));
        json.member("title", OscalText.line(procedure.title()));
        json.member("description", OscalText.paragraphs(procedure.statement(), procedure.why()));
        new Props()
                .add("procedure", procedure.id())
                .add("role", procedure.role().id())
                .add("phase", procedure.phase().id())
                .add("cadence", procedure.cadence().toString())
                .add("method", procedure.check().match(METHOD))
                .add("outcome", result.outcome().id())
                .write(json);
        List<RequirementResult> requirements = chain.requirementsOf(result);
        if (!requirements.isEmpty()) {
            json.beginObject("related-controls");
            ReviewedControls.selections(json, chain.assessment(), requirements);
            json.endObject();
        }
        json.endObject();
    }
}
