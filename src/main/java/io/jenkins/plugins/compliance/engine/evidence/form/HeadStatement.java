package io.jenkins.plugins.compliance.engine.evidence.form;

import io.jenkins.plugins.compliance.engine.evidence.BrokenEnvelopeException;
import io.jenkins.plugins.compliance.engine.evidence.LedgerIdentity;
import io.jenkins.plugins.compliance.engine.evidence.Sha256;
import io.jenkins.plugins.compliance.engine.evidence.StatementMembers;
import io.jenkins.plugins.compliance.engine.evidence.Statements;
import io.jenkins.plugins.compliance.engine.evidence.UnknownSchemaException;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import io.jenkins.plugins.compliance.engine.io.json.JsonInput;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The head of a ledger as bytes: an envelope over an in-toto Statement v1 whose subject is the last envelope. */
public final class HeadStatement {
    private HeadStatement() {}

    /**
     * A signed head, as it stands in a file: the envelope and a line feed.
     *
     * @param key the key that signs the last entry, or the one that this entry hands over to
     */
    public static byte[] seal(LedgerHead head, SigningKey key) {
        byte[] envelope = Envelope.seal(write(head), key).toByteArray();
        byte[] line = Arrays.copyOf(envelope, envelope.length + 1);
        line[envelope.length] = '\n';
        return line;
    }

    /** The envelope in a file. */
    public static Envelope envelope(byte[] file) throws BrokenEnvelopeException {
        if (file.length == 0 || file[file.length - 1] != '\n') {
            throw new BrokenEnvelopeException("it does not end with a line feed");
        }
        return Envelope.parse(file, 0, file.length - 1);
    }

    /** The head in an envelope. Its signature is another matter. */
    public static LedgerHead read(Envelope envelope, Limits limits) throws BrokenEnvelopeException {
        byte[] payload = envelope.payload();
        HeadReader reader = new HeadReader();
        try (JsonCursor json = JsonInput.open(
                new ByteArrayInputStream(payload), "head", limits, "envelopeBytes", limits.envelopeBytes())) {
            reader.statement(json);
            json.end();
        } catch (IOException notJson) {
            throw new BrokenEnvelopeException("its statement is not JSON: " + notJson.getMessage());
        }
        return reader.head();
    }

    private static byte[] write(LedgerHead head) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonOutput json = JsonOutput.compact(bytes)) {
            json.beginObject()
                    .member("_type", Statements.TYPE)
                    .member("predicateType", Statements.HEAD)
                    .beginObject("predicate")
                    .member("schema", Statements.SCHEMA)
                    .member("ledger", head.ledger())
                    .member("controller", head.identity().controller())
                    .member("job", head.identity().job())
                    .member("from", head.from())
                    .member("last", head.last())
                    .member("digest", head.digest())
                    .member("recordedAt", RecordedTime.text(head.recordedAt()))
                    .endObject();
            json.beginArray("subject")
                    .beginObject()
                    .member("name", "entry-" + head.last())
                    .beginObject("digest")
                    .member("sha256", head.digest())
                    .endObject()
                    .endObject()
                    .endArray()
                    .endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Takes the parts of a head as they come. */
    private static final class HeadReader {
        private String type = "";
        private String predicateType = "";
        private @edu.umd.cs.findbugs.annotations.CheckForNull LedgerHead head;

        void statement(JsonCursor json) throws IOException, BrokenEnvelopeException {
            StatementMembers members = StatementMembers.of(json, "statement", (name, value) -> {
                if (name.equals("predicate")) {
                    head = predicate(StatementMembers.of(value, "predicate"));
                }
                return name.equals("predicate") || name.equals("subject");
            });
            type = members.text("_type");
            predicateType = members.text("predicateType");
        }

        LedgerHead head() throws BrokenEnvelopeException {
            if (head == null || !type.equals(Statements.TYPE) || !predicateType.equals(Statements.HEAD)) {
                throw new BrokenEnvelopeException("it is a statement of another type than the head of a ledger");
            }
            return head;
        }

        private static LedgerHead predicate(StatementMembers members) throws BrokenEnvelopeException {
            long schema = members.count("schema");
            if (schema != Statements.SCHEMA) {
                throw new UnknownSchemaException(schema);
            }
            byte[] recordedAt = members.text("recordedAt").getBytes(StandardCharsets.UTF_8);
            if (recordedAt.length != RecordedTime.LENGTH) {
                throw members.wrong("recordedAt");
            }
            LedgerHead head = new LedgerHead(
                    members.text("ledger"),
                    new LedgerIdentity(members.text("controller"), members.text("job")),
                    members.count("from"),
                    members.count("last"),
                    members.text("digest"),
                    RecordedTime.parse(recordedAt, 0));
            if (head.from() < 1 || head.last() < head.from() || !Sha256.isHex(head.digest())) {
                throw members.wrong("last");
            }
            return head;
        }
    }
}
