package io.jenkins.plugins.compliance.engine.evidence.key;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.BrokenEnvelopeException;
import io.jenkins.plugins.compliance.engine.evidence.StatementMembers;
import io.jenkins.plugins.compliance.engine.evidence.Statements;
import io.jenkins.plugins.compliance.engine.evidence.UnknownSchemaException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import io.jenkins.plugins.compliance.engine.io.json.JsonInput;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A set of public keys as JSON: the file that a recorder publishes for verifiers. */
public final class KeySetJson {
    private KeySetJson() {}

    /** The set as indented JSON, keys in the order of their ids. */
    public static byte[] write(KeySet keys) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonOutput json = JsonOutput.indented(bytes)) {
            json.beginObject().member("schema", Statements.SCHEMA).beginArray("keys");
            for (TrustedKey key : keys.keys()) {
                json.beginObject()
                        .member("keyid", key.key().id())
                        .member("algorithm", key.key().algorithm().id())
                        .member("publicKey", key.key().pem())
                        .optional("notBefore", text(key.notBefore()))
                        .optional("notAfter", text(key.notAfter()))
                        .endObject();
            }
            json.endArray().endObject().line();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a set.
     *
     * @param what what the set is called in messages, for instance its file name
     * @throws UnusableKeyException when something is missing in it, or a key can't be used
     * @throws IOException when it is not JSON
     */
    public static KeySet read(String text, String what, Limits limits) throws IOException {
        List<TrustedKey> keys = new ArrayList<>();
        try (JsonCursor json = JsonInput.ofText(text, what, limits)) {
            StatementMembers set = StatementMembers.of(json, "key set", (name, value) -> {
                if (name.equals("keys") && value.beginArray()) {
                    while (value.nextElement()) {
                        keys.add(key(StatementMembers.of(value, "keys"), what + ", key " + (keys.size() + 1)));
                    }
                    return true;
                }
                return false;
            });
            json.end();
            if (set.count("schema") != Statements.SCHEMA) {
                throw new UnknownSchemaException(set.count("schema"));
            }
            return new KeySet(keys);
        } catch (BrokenEnvelopeException | IllegalArgumentException e) {
            throw new UnusableKeyException(what + " is not a set of keys that can be used: " + e.getMessage());
        }
    }

    private static TrustedKey key(StatementMembers members, String what) throws IOException, BrokenEnvelopeException {
        VerificationKey key = KeyPem.verification(members.text("publicKey"), what);
        String id = members.optional("keyid");
        if (id != null && !id.equals(key.id())) {
            throw new UnusableKeyException(what + " says that its id is " + id + ", and it is " + key.id());
        }
        return new TrustedKey(key, moment(members, "notBefore"), moment(members, "notAfter"));
    }

    private static @CheckForNull Instant moment(StatementMembers members, String name) throws BrokenEnvelopeException {
        return members.optional(name) == null ? null : members.moment(name);
    }

    private static @CheckForNull String text(@CheckForNull Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
