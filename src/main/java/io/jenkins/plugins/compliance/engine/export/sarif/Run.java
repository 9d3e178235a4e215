package io.jenkins.plugins.compliance.engine.export.sarif;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.export.Chain;
import io.jenkins.plugins.compliance.engine.export.FindingsSource;
import io.jenkins.plugins.compliance.engine.export.UriReference;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Writes the run of one tool. */
final class Run {
    private final JsonOutput json;
    private final Chain chain;
    private final SurveyedTool tool;

    Run(JsonOutput json, Chain chain, SurveyedTool tool) {
        this.json = json;
        this.chain = chain;
        this.tool = tool;
    }

    void write(Survey survey, FindingsSource findings) throws IOException {
        json.beginObject();
        new Driver(json, tool).write();
        if (!tool.weaknesses().isEmpty()) {
            CweTaxonomy.taxonomy(json, tool.weaknesses());
        }
        json.beginObject("automationDetails").member("id", automation()).endObject();
        invocations();
        provenance();
        json.beginArray("results");
        Result result = new Result(json, chain, tool);
        if (!tool.evidence().isEmpty()) {
            findings.forEach(tool.evidence(), (evidence, finding) -> {
                if (survey.tool(finding.tool()) == tool) {
                    result.write(evidence, finding);
                }
            });
        }
        json.endArray();
        properties();
        json.endObject();
    }

    /** Job, build and tool: what code hosts tell uploads apart by. */
    private String automation() {
        Assessment assessment = chain.assessment();
        return assessment.job() + "/" + tool.name() + "/" + assessment.build();
    }

    private void invocations() throws IOException {
        if (tool.invocations().isEmpty()) {
            return;
        }
        json.beginArray("invocations");
        for (Fact.Scan scan : tool.invocations()) {
            json.beginObject().member("executionSuccessful", scan.counts());
            json.member("exitCode", scan.exitCode());
            json.member("startTimeUtc", scan.started().toString());
            json.member("endTimeUtc", scan.finished().toString());
            if (!scan.reasons().isEmpty()) {
                json.beginArray("toolExecutionNotifications");
                for (Phrase reason : scan.reasons()) {
                    json.beginObject()
                            .beginObject("message")
                            .member("text", MessageText.of(reason.toString()))
                            .endObject();
                    json.member("level", "error").endObject();
                }
                json.endArray();
            }
            json.endObject();
        }
        json.endArray();
    }

    private void provenance() throws IOException {
        Optional<Evidence> sourced = chain.current().stream()
                .filter(each -> tool.evidence().contains(each.ref()))
                .filter(each -> each.origin().source() != null
                        && UriReference.absolute(each.origin().source()))
                .findFirst();
        if (sourced.isPresent()) {
            json.beginArray("versionControlProvenance").beginObject();
            json.optional("repositoryUri", sourced.get().origin().source());
            json.optional("revisionId", sourced.get().origin().revision());
            json.endObject().endArray();
        }
    }

    /** The procedures that these findings decided about, with their requirements: once a run, for results name procedures alone. */
    private void properties() throws IOException {
        Assessment assessment = chain.assessment();
        Set<ProcedureResult> procedures = new LinkedHashSet<>();
        tool.evidence().forEach(each -> procedures.addAll(chain.proceduresOf(each)));
        json.beginObject("properties").member("job", assessment.job());
        json.member("build", assessment.build())
                .member("asOf", assessment.asOf().toString());
        json.member("policy", assessment.policy().digest()).beginObject("procedures");
        for (ProcedureResult each : procedures) {
            json.beginObject(each.procedure().id())
                    .member("outcome", each.outcome().id());
            json.member(
                    "requirements",
                    chain.requirementsOf(each).stream()
                            .map(requirement -> requirement.requirement().toString())
                            .toList());
            json.endObject();
        }
        json.endObject().endObject();
    }
}
