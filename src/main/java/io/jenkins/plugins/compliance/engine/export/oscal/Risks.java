package io.jenkins.plugins.compliance.engine.export.oscal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.assess.Waiver;
import io.jenkins.plugins.compliance.engine.export.Chain;
import io.jenkins.plugins.compliance.engine.export.OutcomeLabel;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The procedures that are not satisfied, with what remedies them; waived ones as approved deviations. */
final class Risks {
    private final JsonOutput json;
    private final Chain chain;
    private final Ids ids;
    private final List<Waiver> waivers;

    Risks(JsonOutput json, Chain chain, Ids ids, List<Waiver> waivers) {
        this.json = json;
        this.chain = chain;
        this.ids = ids;
        this.waivers = waivers;
    }

    /** Whether a procedure is a risk. */
    static boolean isOne(ProcedureResult result) {
        return result.outcome().waivable() || result.outcome() == Outcome.WAIVED;
    }

    void write() throws IOException {
        List<ProcedureResult> risks = new ArrayList<>(chain.actions());
        risks.addAll(chain.waived());
        if (risks.isEmpty()) {
            return;
        }
        json.beginArray("risks");
        for (ProcedureResult each : risks) {
            risk(each);
        }
        json.endArray();
    }

    private void risk(ProcedureResult result) throws IOException {
        Procedure procedure = result.procedure();
        Waiver waiver = waiver(result.waiver());
        json.beginObject();
        json.member("uuid", ids.risk(result));
        json.member("title", OscalText.line(OutcomeLabel.words(result.outcome()) + ": " + procedure.title()));
        json.member("description", OscalText.explanation(result.explanation()));
        json.member(
                "statement", OscalText.paragraphs(procedure.why().isBlank() ? procedure.statement() : procedure.why()));
        new Props()
                .add("procedure", procedure.id())
                .add("outcome", result.outcome().id())
                .add(
                        "waived-outcome",
                        result.waived() == null ? null : result.waived().id())
                .add("waiver", result.waiver())
                .add("waiver-reason", waiver == null ? null : waiver.reason())
                .add("waiver-requester", waiver == null ? null : waiver.requester())
                .add("waiver-approver", waiver == null ? null : waiver.approver())
                .write(json);
        json.member("status", result.outcome() == Outcome.WAIVED ? "deviation-approved" : "open");
        if (waiver != null) {
            json.member("deadline", OscalText.moment(waiver.until()));
        }
        remediation(result, procedure);
        RelatedObservations.write(json, ids, chain.evidenceOf(result));
        json.endObject();
    }

    private void remediation(ProcedureResult result, Procedure procedure) throws IOException {
        Procedure.Guidance guidance = procedure.guidance();
        json.beginArray("remediations").beginObject();
        json.member("uuid", ids.remediation(result)).member("lifecycle", "recommendation");
        json.member("title", OscalText.line(procedure.title()));
        json.member(
                "description",
                OscalText.paragraphs(
                        procedure.statement(),
                        guidance.example() == null ? "" : "Example: " + guidance.example(),
                        guidance.avoid() == null ? "" : "Avoid: " + guidance.avoid()));
        new Props()
                .add("role", procedure.role().id())
                .add("phase", procedure.phase().id())
                .add("effort", guidance.effort())
                .add("playbook", guidance.playbook())
                .write(json);
        json.endObject().endArray();
    }

    private @CheckForNull Waiver waiver(@CheckForNull String id) {
        return waivers.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
    }
}
