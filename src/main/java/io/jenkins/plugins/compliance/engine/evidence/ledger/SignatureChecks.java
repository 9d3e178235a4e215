package io.jenkins.plugins.compliance.engine.evidence.ledger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.BrokenEnvelopeException;
import io.jenkins.plugins.compliance.engine.evidence.form.Envelope;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.key.TrustedKey;

/** Checks signatures with the keys that a verifier trusts, and counts them. */
final class SignatureChecks {
    private final KeySet keys;
    private @CheckForNull TrustedKey lastKey;
    private long count;

    SignatureChecks(KeySet keys) {
        this.keys = keys;
    }

    /** What a check says. */
    enum Result {
        /** It is one of the key that it names. */
        GOOD,
        /** It is not. */
        BAD,
        /** That key is not among those given. */
        UNKNOWN_KEY
    }

    /** The trusted key of an id; null when it is not among those given. */
    @CheckForNull
    TrustedKey key(String id) {
        TrustedKey last = lastKey;
        if (last != null && last.key().id().equals(id)) {
            return last;
        }
        lastKey = keys.get(id).orElse(null);
        return lastKey;
    }

    /** Checks the signature of an envelope. */
    Result check(Envelope envelope) {
        TrustedKey key = key(envelope.keyId());
        if (key == null) {
            return Result.UNKNOWN_KEY;
        }
        count++;
        try {
            return envelope.verifies(key.key()) ? Result.GOOD : Result.BAD;
        } catch (BrokenEnvelopeException e) {
            return Result.BAD;
        }
    }

    /** How many were checked. */
    long count() {
        return count;
    }
}
