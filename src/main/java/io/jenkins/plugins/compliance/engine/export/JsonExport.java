package io.jenkins.plugins.compliance.engine.export;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.Explanation;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import io.jenkins.plugins.compliance.engine.wording.PhraseJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** The assessment in our own JSON, for programs. Its members are described in {@code docs/exports.md} and only ever added to. */
final class JsonExport implements AssessmentExport {
    private static final int SCHEMA = 1;

    @Override
    public String id() {
        return "json";
    }

    @Override
    public String fileName() {
        return "assessment.json";
    }

    @Override
    public void write(Assessment assessment, FindingsSource findings, OutputStream out) throws IOException {
        Chain chain = new Chain(assessment);
        Verdict verdict = Verdict.of(assessment);
        try (JsonOutput json = JsonOutput.indented(out)) {
            json.beginObject().member("schema", SCHEMA);
            json.member("job", assessment.job()).member("build", assessment.build());
            json.member("asOf", assessment.asOf().toString());
            policy(json, assessment.policy());
            json.beginObject("tags");
            for (Map.Entry<String, String> tag : assessment.tags().values().entrySet()) {
                json.member(tag.getKey(), tag.getValue());
            }
            json.endObject().member("archetypes", assessment.archetypes());
            json.beginObject("verdict").member("outcome", verdict.outcome().id());
            json.member("headline", verdict.headline()).member("sentence", verdict.sentence());
            json.endObject().beginObject("counts");
            counts(json, "procedures", assessment.procedureCounts());
            counts(json, "requirements", assessment.requirementCounts());
            json.endObject().beginArray("procedures");
            for (ProcedureResult each : assessment.procedures()) {
                procedure(json, chain, each);
            }
            json.endArray().beginArray("requirements");
            for (RequirementResult each : assessment.requirements()) {
                requirement(json, each);
            }
            json.endArray().beginArray("evidence");
            for (Evidence each : assessment.evidence()) {
                evidence(json, each);
            }
            json.endArray().endObject().line();
        }
    }

    private static void policy(JsonOutput json, PolicyPack pack) throws IOException {
        json.beginObject("policy").member("id", pack.id()).member("title", pack.title());
        json.member("version", pack.version()).member("effectiveFrom", pack.effectiveFrom());
        json.member("digest", pack.digest()).endObject();
    }

    private static void counts(JsonOutput json, String name, Map<Outcome, Long> counts) throws IOException {
        json.beginObject(name);
        for (Map.Entry<Outcome, Long> count : counts.entrySet()) {
            json.member(count.getKey().id(), count.getValue());
        }
        json.endObject();
    }

    private static void procedure(JsonOutput json, Chain chain, ProcedureResult result) throws IOException {
        json.beginObject().member("id", result.procedure().id());
        json.member("title", result.procedure().title())
                .member("statement", result.procedure().statement());
        json.member("role", result.procedure().role().id())
                .member("phase", result.procedure().phase().id());
        json.member("cadence", result.procedure().cadence().toString());
        json.member("outcome", result.outcome().id());
        json.optional("waived", result.waived() == null ? null : result.waived().id());
        json.optional("waiver", result.waiver());
        json.optional(
                "changesAt",
                result.changesAt() == null ? null : result.changesAt().toString());
        explanation(json, result.explanation());
        List<String> requirements = chain.requirementsOf(result).stream()
                .map(each -> each.requirement().toString())
                .toList();
        json.member("requirements", requirements).endObject();
    }

    private static void requirement(JsonOutput json, RequirementResult result) throws IOException {
        json.beginObject().member("framework", result.requirement().framework());
        json.member("id", result.requirement().requirement()).member("title", result.title());
        json.member("archetypes", result.archetypes())
                .member("outcome", result.outcome().id());
        explanation(json, result.explanation());
        json.beginArray("claims");
        for (RequirementResult.AppliedClaim claim : result.claims()) {
            json.beginObject().member("procedure", claim.procedure());
            json.member("strength", claim.strength().id())
                    .member("through", claim.through().toString());
            json.member("outcome", claim.outcome().id()).endObject();
        }
        json.endArray().endObject();
    }

    private static void explanation(JsonOutput json, Explanation explanation) throws IOException {
        json.member("summary", explanation.summary().toString());
        PhraseJson.write(json, "summaryCode", explanation.summary());
        reasons(json, explanation.reasons());
        json.beginArray("evidence");
        for (EvidenceRef ref : explanation.evidence()) {
            json.beginObject()
                    .member("ledger", ref.ledger())
                    .member("sequence", ref.sequence())
                    .endObject();
        }
        json.endArray();
    }

    private static void reasons(JsonOutput json, List<Phrase> reasons) throws IOException {
        json.member("reasons", reasons.stream().map(Phrase::toString).toList());
        PhraseJson.write(json, "reasonCodes", reasons);
    }

    private static void evidence(JsonOutput json, Evidence evidence) throws IOException {
        json.beginObject().member("ledger", evidence.ledger());
        json.member("sequence", evidence.sequence());
        json.member("name", evidence.name()).member("kind", evidence.kind().id());
        json.member("summary", FactText.of(evidence.fact()).toString());
        json.member("observedAt", evidence.observedAt().toString());
        json.member("recordedAt", evidence.recordedAt().toString());
        json.member("build", evidence.origin().build()).member("digest", evidence.digest());
        boolean broken = evidence.integrity() instanceof Evidence.Integrity.Broken;
        json.member("verified", !broken);
        reasons(
                json,
                evidence.integrity() instanceof Evidence.Integrity.Broken reasons ? reasons.reasons() : List.of());
        json.beginArray("reports");
        for (ReportFact report : evidence.reports()) {
            report(json, report);
        }
        json.endArray().endObject();
    }

    private static void report(JsonOutput json, ReportFact report) throws IOException {
        json.beginObject().optional("file", report.file()).member("format", report.format());
        json.member("size", report.size()).member("sha256", report.sha256());
        json.member("complete", report.complete()).member("results", report.results());
        json.member("suppressed", report.suppressed()).beginObject("findings");
        for (Severity severity : Severity.values()) {
            json.member(severity.id(), report.tally().of(severity));
        }
        json.endObject()
                .member(
                        "problems",
                        report.problems().stream().map(Phrase::toString).toList());
        json.endObject();
    }
}
