package io.jenkins.plugins.compliance.engine.export.oscal;

import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.export.Chain;
import io.jenkins.plugins.compliance.engine.export.OutcomeLabel;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** One finding for each requirement. */
final class Findings {
    private final JsonOutput json;
    private final Chain chain;
    private final Ids ids;

    Findings(JsonOutput json, Chain chain, Ids ids) {
        this.json = json;
        this.chain = chain;
        this.ids = ids;
    }

    void write() throws IOException {
        if (chain.assessment().requirements().isEmpty()) {
            return;
        }
        json.beginArray("findings");
        for (RequirementResult each : chain.assessment().requirements()) {
            finding(each);
        }
        json.endArray();
    }

    private void finding(RequirementResult result) throws IOException {
        json.beginObject();
        json.member("uuid", ids.finding(result));
        json.member("title", OscalText.line(result.requirement() + " " + result.title()));
        json.member("description", OscalText.explanation(result.explanation()));
        new Props()
                .add("outcome", result.outcome().id())
                .add("framework", result.requirement().framework())
                .add("requirement", result.requirement().requirement())
                .add("archetype", result.archetypes())
                .add(
                        "claim",
                        result.claims().stream()
                                .map(each ->
                                        each.procedure() + " " + each.strength().id() + " "
                                                + each.outcome().id())
                                .toList())
                .write(json);
        target(result);
        Set<Evidence> evidence = new LinkedHashSet<>();
        Set<ProcedureResult> risks = new LinkedHashSet<>();
        for (RequirementResult.AppliedClaim claim : result.claims()) {
            Optional<ProcedureResult> procedure = chain.procedure(claim.procedure());
            procedure.ifPresent(each -> evidence.addAll(chain.evidenceOf(each)));
            procedure.filter(Risks::isOne).ifPresent(risks::add);
        }
        RelatedObservations.write(json, ids, evidence);
        if (!risks.isEmpty()) {
            json.beginArray("related-risks");
            for (ProcedureResult each : risks) {
                json.beginObject().member("risk-uuid", ids.risk(each)).endObject();
            }
            json.endArray();
        }
        json.endObject();
    }

    private void target(RequirementResult result) throws IOException {
        boolean satisfied = result.outcome() == Outcome.SATISFIED;
        json.beginObject("target");
        json.member("type", "objective-id").member("target-id", OscalText.objective(result.requirement()));
        json.member("title", OscalText.line(result.title()));
        json.beginObject("status").member("state", satisfied ? "satisfied" : "not-satisfied");
        json.member("reason", satisfied ? "pass" : result.outcome() == Outcome.NOT_SATISFIED ? "fail" : "other");
        json.member("remarks", OutcomeLabel.words(result.outcome()) + ": " + OutcomeLabel.meaning(result.outcome()));
        json.endObject().endObject();
    }
}
