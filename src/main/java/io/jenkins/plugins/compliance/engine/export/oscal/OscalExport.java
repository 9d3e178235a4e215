package io.jenkins.plugins.compliance.engine.export.oscal;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.export.AssessmentExport;
import io.jenkins.plugins.compliance.engine.export.Chain;
import io.jenkins.plugins.compliance.engine.export.ExportOptions;
import io.jenkins.plugins.compliance.engine.export.FindingsSource;
import io.jenkins.plugins.compliance.engine.export.Verdict;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Comparator;

/**
 * OSCAL assessment results: an observation for each entry of evidence, a finding for each requirement, a risk for each procedure that
 * is not satisfied. OSCAL knows {@code satisfied} and {@code not-satisfied} alone; our outcome stands beside it as a prop.
 */
public final class OscalExport implements AssessmentExport {
    private static final String OSCAL_VERSION = "1.2.1";

    private final ExportOptions options;

    /**
     * @param options the waivers that risks name
     */
    public OscalExport(ExportOptions options) {
        this.options = options;
    }

    @Override
    public String id() {
        return "oscal";
    }

    @Override
    public String fileName() {
        return "assessment-results.oscal.json";
    }

    @Override
    public void write(Assessment assessment, FindingsSource findings, OutputStream out) throws IOException {
        Chain chain = new Chain(assessment);
        Ids ids = Ids.of(assessment);
        try (JsonOutput json = JsonOutput.indented(out)) {
            json.beginObject().beginObject("assessment-results");
            json.member("uuid", ids.document());
            metadata(json, assessment);
            json.beginObject("import-ap").member("href", "#" + ids.plan());
            json.member(
                    "remarks",
                    "There is no assessment plan in OSCAL. The policy pack that the resource describes is the plan: it says what is checked, how and how often.");
            json.endObject();
            new Activities(json, chain, ids).write();
            json.beginArray("results").beginObject();
            result(json, chain, ids);
            json.endObject().endArray();
            backMatter(json, assessment.policy(), ids);
            json.endObject().endObject().line();
        }
    }

    private static void metadata(JsonOutput json, Assessment assessment) throws IOException {
        json.beginObject("metadata");
        json.member("title", "Assessment results of " + OscalText.line(assessment.job()));
        json.member("last-modified", OscalText.moment(assessment.asOf()));
        json.member("version", OscalText.moment(assessment.asOf()));
        json.member("oscal-version", OSCAL_VERSION);
        json.endObject();
    }

    private void result(JsonOutput json, Chain chain, Ids ids) throws IOException {
        Assessment assessment = chain.assessment();
        Verdict verdict = Verdict.of(assessment);
        json.member("uuid", ids.result());
        json.member("title", OscalText.line(verdict.headline() + ": " + assessment.job()));
        json.member("description", OscalText.paragraphs(verdict.sentence()));
        Instant start = chain.current().stream()
                .map(Evidence::observedAt)
                .min(Comparator.naturalOrder())
                .orElse(assessment.asOf());
        json.member("start", OscalText.moment(start));
        json.member("end", OscalText.moment(assessment.asOf()));
        Props props = new Props()
                .add("outcome", verdict.outcome().id())
                .add("job", assessment.job())
                .add("build", assessment.build())
                .add("policy-id", assessment.policy().id())
                .add("policy-version", assessment.policy().version())
                .add("policy-digest", assessment.policy().digest())
                .add("archetype", assessment.archetypes());
        assessment.tags().values().forEach((key, value) -> props.add("tag", key + "=" + value));
        props.write(json);
        new Assets(json, chain, ids).write();
        ReviewedControls.write(json, assessment);
        new Observations(json, chain, ids).write();
        new Risks(json, chain, ids, options.waivers()).write();
        new Findings(json, chain, ids).write();
    }

    private static void backMatter(JsonOutput json, PolicyPack pack, Ids ids) throws IOException {
        json.beginObject("back-matter").beginArray("resources").beginObject();
        json.member("uuid", ids.plan());
        json.member("title", OscalText.line("Policy pack " + pack.title() + " " + pack.version()));
        json.member(
                "description",
                OscalText.paragraphs(
                        "The policy under which this was assessed, identified by its digest: archetypes, procedures, "
                                + "checks, cadences and thresholds."));
        new Props()
                .add("policy-id", pack.id())
                .add("policy-version", pack.version())
                .add("policy-digest", pack.digest())
                .add("effective-from", pack.effectiveFrom())
                .write(json);
        String digest = OscalText.string(pack.digest());
        if (!digest.isEmpty()) {
            json.beginArray("document-ids").beginObject();
            json.member("scheme", Props.NAMESPACE + "/policy-digest").member("identifier", digest);
            json.endObject().endArray();
        }
        json.endObject().endArray().endObject();
    }
}
