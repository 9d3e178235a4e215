package io.jenkins.plugins.compliance.engine.evidence.form;

import io.jenkins.plugins.compliance.engine.evidence.KeptFile;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.Statements;
import io.jenkins.plugins.compliance.engine.evidence.fact.FactWriter;
import io.jenkins.plugins.compliance.engine.evidence.fact.Observation;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFactWriter;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes an observation and its place in the ledger as an in-toto Statement v1: the same bytes for the same values. */
public final class StatementWriter {
    private StatementWriter() {}

    /** The statement in compact JSON. The files of the link are those that the observation's reports name. */
    public static byte[] write(ChainLink link, Observation observation) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonOutput json = JsonOutput.compact(bytes)) {
            json.beginObject().member("_type", Statements.TYPE).member("predicateType", Statements.EVIDENCE);
            json.beginObject("predicate").member("schema", Statements.SCHEMA);
            chain(json, link);
            json.member("kind", observation.fact().kind().id())
                    .member("name", observation.name())
                    .member("observedAt", observation.observedAt().toString());
            origin(json, observation.origin());
            json.beginObject("tags");
            for (Map.Entry<String, String> tag : observation.tags().values().entrySet()) {
                json.member(tag.getKey(), tag.getValue());
            }
            json.endObject();
            FactWriter.write(json, observation.fact());
            json.beginArray("reports");
            for (ReportFact report : observation.reports()) {
                ReportFactWriter.write(json, report);
            }
            json.endArray().endObject();
            Subject.write(json, observation);
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void chain(JsonOutput json, ChainLink link) throws IOException {
        json.beginObject("chain")
                .member("ledger", link.ledger())
                .member("sequence", link.sequence())
                .member("previous", link.previous())
                .member("recordedAt", RecordedTime.text(link.recordedAt()));
        if (link.clockStepBack() != null) {
            json.member("clockStepBack", RecordedTime.text(link.clockStepBack()));
        }
        json.optional("nextKey", link.nextKey()).endObject();
        json.beginArray("files");
        for (KeptFile file : link.files()) {
            json.beginObject()
                    .member("name", file.name())
                    .member("size", file.size())
                    .member("sha256", file.sha256())
                    .endObject();
        }
        json.endArray();
    }

    private static void origin(JsonOutput json, Origin origin) throws IOException {
        json.beginObject("origin")
                .member("controller", origin.controller())
                .member("job", origin.job())
                .member("build", origin.build())
                .optional("cause", origin.cause())
                .optional("source", origin.source())
                .optional("revision", origin.revision())
                .optional("node", origin.node())
                .optional("step", origin.step())
                .endObject();
    }
}
