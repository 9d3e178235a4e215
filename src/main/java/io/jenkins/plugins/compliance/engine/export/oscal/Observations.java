package io.jenkins.plugins.compliance.engine.export.oscal;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerLayout;
import io.jenkins.plugins.compliance.engine.export.Chain;
import io.jenkins.plugins.compliance.engine.export.FactText;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.stream.Collectors;

/** The evidence that matters now, one observation an entry. */
final class Observations {
    private final JsonOutput json;
    private final Chain chain;
    private final Ids ids;

    Observations(JsonOutput json, Chain chain, Ids ids) {
        this.json = json;
        this.chain = chain;
        this.ids = ids;
    }

    void write() throws IOException {
        if (chain.current().isEmpty()) {
            return;
        }
        json.beginArray("observations");
        for (Evidence each : chain.current()) {
            observation(each);
        }
        json.endArray();
    }

    private void observation(Evidence evidence) throws IOException {
        json.beginObject();
        json.member("uuid", ids.observation(evidence));
        json.member("title", OscalText.line("#" + evidence.sequence() + " " + evidence.name()));
        json.member(
                "description", OscalText.paragraphs(FactText.of(evidence.fact()).toString()));
        Props props = new Props()
                .add("evidence-sequence", String.valueOf(evidence.sequence()))
                .add("evidence-kind", evidence.kind().id())
                .add("envelope-sha256", evidence.digest())
                .add("recorded-at", evidence.recordedAt().toString())
                .add("build", evidence.origin().build())
                .add("revision", evidence.origin().revision());
        if (evidence.integrity() instanceof Evidence.Integrity.Broken broken) {
            props.add("integrity", "broken")
                    .add(
                            "integrity-reason",
                            broken.reasons().stream().map(Phrase::toString).toList());
        } else {
            props.add("integrity", "verified");
        }
        props.write(json);
        json.beginArray("methods").value(method(evidence.kind())).endArray();
        json.beginArray("types").value("control-objective").endArray();
        origin(evidence);
        json.beginArray("subjects").beginObject();
        json.member("subject-uuid", ids.system())
                .member("type", "component")
                .endObject()
                .endArray();
        json.beginArray("relevant-evidence");
        json.beginObject();
        json.member("description", "Entry " + evidence.sequence() + " of the ledger, a signed envelope.");
        new Props().add("envelope-sha256", evidence.digest()).write(json);
        json.endObject();
        for (ReportFact report : evidence.reports()) {
            report(report);
        }
        json.endArray();
        json.member("collected", OscalText.moment(evidence.observedAt()));
        if (evidence.fact() instanceof Fact.Attestation attestation && attestation.expires() != null) {
            json.member(
                    "expires",
                    OscalText.moment(attestation
                            .expires()
                            .atStartOfDay(ZoneOffset.UTC)
                            .plusDays(1)
                            .toInstant()));
        }
        json.endObject();
    }

    private void origin(Evidence evidence) throws IOException {
        String tool = Assets.tool(evidence.fact()).map(Assets.Tool::name).orElse(null);
        json.beginArray("origins").beginObject().beginArray("actors").beginObject();
        json.member("type", tool == null ? "assessment-platform" : "tool");
        json.member("actor-uuid", tool == null ? ids.platform() : ids.tool(tool));
        json.endObject().endArray().endObject().endArray();
    }

    private void report(ReportFact report) throws IOException {
        json.beginObject();
        if (report.file() != null) {
            json.member("href", OscalText.file(LedgerLayout.FILES + "/" + report.file()));
        }
        json.member(
                "description",
                OscalText.paragraphs(
                        "Report in the format " + report.format() + (report.complete() ? "." : ", incomplete."),
                        report.problems().stream().map(Phrase::toString).collect(Collectors.joining("; "))));
        Props props = new Props()
                .add("sha256", report.sha256())
                .add("size", String.valueOf(report.size()))
                .add("results", String.valueOf(report.results()))
                .add("complete", String.valueOf(report.complete()));
        for (Severity severity : Severity.values()) {
            long count = report.tally().of(severity);
            if (count > 0) {
                props.add("findings-" + severity.id(), String.valueOf(count));
            }
        }
        props.write(json);
        json.endObject();
    }

    private static String method(EvidenceKind kind) {
        return switch (kind) {
            case SCAN, REPORT, TEST, PIPELINE -> "TEST";
            case SBOM, ATTESTATION, APPROVAL -> "EXAMINE";
        };
    }
}
