package io.jenkins.plugins.compliance.engine.evidence.fact;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Writes facts. The counterpart of {@link FactReader}. */
public final class FactWriter {
    private static final Fact.Cases<Members> MEMBERS = new Fact.Cases<>(
            scan -> json -> scan(json, scan),
            document -> json -> document(json, document),
            attestation -> json -> attestation(json, attestation),
            approval -> json -> approval(json, approval),
            pipeline -> json -> pairs(json, "facts", pipeline.facts()),
            plan -> json -> plan(json, plan));

    private FactWriter() {}

    /** The members of a fact beside its type. */
    private interface Members {
        void write(JsonOutput json) throws IOException;
    }

    public static void write(JsonOutput json, Fact fact) throws IOException {
        json.beginObject("fact").member("type", Fact.Type.of(fact).id());
        fact.match(MEMBERS).write(json);
        json.endObject();
    }

    private static void scan(JsonOutput json, Fact.Scan scan) throws IOException {
        json.member("tool", scan.tool())
                .optional("name", scan.name())
                .optional("version", scan.version())
                .member("category", scan.category())
                .member("definition", scan.definition())
                .member("exitCode", scan.exitCode())
                .member("end", scan.end())
                .member("meaning", scan.meaning())
                .member("started", scan.started().toString())
                .member("finished", scan.finished().toString())
                .member("counts", scan.counts());
        RecordedReasons.write(json, FactReader.REASONS, scan.reasons());
        ScannedPart part = scan.part();
        if (part != null) {
            json.beginObject("part")
                    .member("directory", part.directory())
                    .member("files", part.files())
                    .member("elsewhere", part.elsewhere())
                    .endObject();
        }
    }

    private static void document(JsonOutput json, Fact.Document document) throws IOException {
        json.optional("tool", document.tool())
                .optional("version", document.version())
                .member("counts", document.counts());
        RecordedReasons.write(json, FactReader.REASONS, document.reasons());
    }

    private static void attestation(JsonOutput json, Fact.Attestation attestation) throws IOException {
        json.member("attestation", attestation.type())
                .member("issuer", attestation.issuer())
                .member("issued", attestation.issued().toString())
                .optional("expires", text(attestation.expires()))
                .member("statement", attestation.statement())
                .optional("reference", attestation.reference());
    }

    private static void approval(JsonOutput json, Fact.Approval approval) throws IOException {
        json.member("what", approval.what())
                .member("approver", approval.approver())
                .member("at", approval.at().toString())
                .optional("comment", approval.comment());
    }

    private static void plan(JsonOutput json, Fact.Plan plan) throws IOException {
        json.beginArray("tools");
        for (Fact.PlannedTool tool : plan.tools()) {
            json.beginObject()
                    .member("tool", tool.tool())
                    .member("category", tool.category())
                    .member("present", tool.present());
            Phrase note = tool.note();
            if (note != null) {
                RecordedReasons.write(json, FactReader.NOTE, note);
            }
            json.endObject();
        }
        json.endArray();
    }

    private static @CheckForNull String text(@CheckForNull Object value) {
        return value == null ? null : value.toString();
    }

    /** Pairs in the order of their keys. */
    private static void pairs(JsonOutput json, String name, Map<String, String> pairs) throws IOException {
        json.beginObject(name);
        for (Map.Entry<String, String> pair : new TreeMap<>(pairs).entrySet()) {
            json.member(pair.getKey(), pair.getValue());
        }
        json.endObject();
    }
}
