package io.jenkins.plugins.compliance.engine.evidence.ledger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.Sha256;

/**
 * What is asked of a verification.
 *
 * @param everySignature whether the signature of every entry is checked, not only that of the head and at each change of key
 * @param files whether the kept files are checked
 * @param knownDigest digest of an entry that somebody noted earlier and that the ledger must hold; null for none
 * @param atLeast sequence that the ledger must have come to at least; 0 for none
 * @param job full name of the job whose ledger it must be; null for any
 */
public record VerifyOptions(
        boolean everySignature,
        boolean files,
        @CheckForNull String knownDigest,
        long atLeast,
        @CheckForNull String job) {
    /** Signatures where they are needed, all files, and no expectation. */
    public static final VerifyOptions DEFAULTS = new VerifyOptions(false, true, null, 0, null);

    /** @throws IllegalArgumentException when the digest is none */
    public VerifyOptions {
        if (knownDigest != null && !Sha256.isHex(knownDigest)) {
            throw new IllegalArgumentException(
                    "\"" + knownDigest + "\" is not a digest; expected 64 lower-case hexadecimal digits");
        }
    }

    /** These, but with every signature. */
    public VerifyOptions withEverySignature() {
        return new VerifyOptions(true, files, knownDigest, atLeast, job);
    }

    /** These, but without the kept files. */
    public VerifyOptions withoutFiles() {
        return new VerifyOptions(everySignature, false, knownDigest, atLeast, job);
    }

    /** These, but the ledger must hold an entry of this digest. */
    public VerifyOptions withKnownDigest(String digest) {
        return new VerifyOptions(everySignature, files, digest, atLeast, job);
    }

    /** These, but the ledger must have come to this sequence at least. */
    public VerifyOptions withAtLeast(long sequence) {
        return new VerifyOptions(everySignature, files, knownDigest, sequence, job);
    }

    /** These, but the ledger must be of this job. */
    public VerifyOptions withJob(String fullName) {
        return new VerifyOptions(everySignature, files, knownDigest, atLeast, fullName);
    }
}
