package io.jenkins.plugins.compliance.engine.evidence.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.KeptFile;
import io.jenkins.plugins.compliance.engine.evidence.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Where an entry stands in its ledger, and which files it vouches for. It is what the payload of every entry begins with, in
 * one form of bytes.
 *
 * @param ledger id of the ledger, 32 hexadecimal digits
 * @param sequence place in the ledger, from 1
 * @param previous digest of the envelope before; {@link #NONE} for the first
 * @param recordedAt the recorder's clock, in whole milliseconds
 * @param clockStepBack by how much the clock is behind the entry before; null when it is not
 * @param nextKey id of the key that signs from the next entry on; null when it stays the same
 * @param files the files
 */
public record ChainLink(
        String ledger,
        long sequence,
        String previous,
        Instant recordedAt,
        @CheckForNull Duration clockStepBack,
        @CheckForNull String nextKey,
        List<KeptFile> files) {

    /** Instead of the digest before the first entry. */
    public static final String NONE = "0".repeat(Sha256.HEX_DIGITS);

    public ChainLink {
        files = List.copyOf(files);
    }
}
