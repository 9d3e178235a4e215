package io.jenkins.plugins.compliance.engine.evidence.key;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;

/**
 * A public key that a verifier trusts, and for which time.
 *
 * @param key the key
 * @param notBefore first moment at which it may have signed; null for no bound
 * @param notAfter last moment at which it may have signed; null for no bound
 */
public record TrustedKey(
        VerificationKey key,
        @CheckForNull Instant notBefore,
        @CheckForNull Instant notAfter) {

    /** Refuses a time that ends before it begins. */
    public TrustedKey {
        if (notBefore != null && notAfter != null && notAfter.isBefore(notBefore)) {
            throw new IllegalArgumentException(
                    "key " + key.id() + " would be valid from " + notBefore + " to " + notAfter + ", which is earlier");
        }
    }

    /** A key without bounds in time. */
    public static TrustedKey always(VerificationKey key) {
        return new TrustedKey(key, null, null);
    }

    /** Whether it may have signed at a moment. */
    public boolean validAt(Instant moment) {
        return (notBefore == null || !moment.isBefore(notBefore)) && (notAfter == null || !moment.isAfter(notAfter));
    }

    /** The time in words, for instance {@code from 2026-01-01T00:00:00Z to 2026-12-31T23:59:59Z}. */
    public String validity() {
        String from = notBefore == null ? "" : "from " + notBefore;
        String to = notAfter == null ? "" : (from.isEmpty() ? "until " : " to ") + notAfter;
        return from.isEmpty() && to.isEmpty() ? "always" : from + to;
    }
}
