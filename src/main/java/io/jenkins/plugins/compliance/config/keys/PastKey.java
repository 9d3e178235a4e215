package io.jenkins.plugins.compliance.config.keys;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.key.KeyPem;
import io.jenkins.plugins.compliance.engine.evidence.key.TrustedKey;
import io.jenkins.plugins.compliance.engine.evidence.key.UnusableKeyException;
import io.jenkins.plugins.compliance.engine.evidence.key.VerificationKey;
import java.time.Instant;

/** A public key that the controller signs or signed with, as it is remembered on disk. Never changed. */
final class PastKey {
    private final String id;
    private final String pem;
    /** Milliseconds since 1970; 0 for no bound. */
    private final long notBefore;

    private final long notAfter;

    private PastKey(String id, String pem, long notBefore, long notAfter) {
        this.id = id;
        this.pem = pem;
        this.notBefore = notBefore;
        this.notAfter = notAfter;
    }

    /** A key that signs from a moment on; {@link Instant#EPOCH} for always. */
    static PastKey from(VerificationKey key, Instant notBefore) {
        return new PastKey(key.id(), key.pem(), notBefore.toEpochMilli(), 0);
    }

    /** The same that signs no longer than to a moment. */
    PastKey until(Instant last) {
        return new PastKey(id, pem, notBefore, Math.max(last.toEpochMilli(), notBefore));
    }

    /** The same that signs again. */
    PastKey reopened() {
        return new PastKey(id, pem, notBefore, 0);
    }

    boolean isOpen() {
        return notAfter == 0;
    }

    boolean is(VerificationKey key) {
        return key.id().equals(id);
    }

    TrustedKey trusted() throws UnusableKeyException {
        return new TrustedKey(
                KeyPem.verification(pem, Messages.PastKey_name(String.valueOf(id))), time(notBefore), time(notAfter));
    }

    @CheckForNull
    private static Instant time(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }
}
