package io.jenkins.plugins.compliance.engine.evidence.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The end of a ledger: what stands before was read already.
 *
 * @param whole the whole
 * @param offset where the end begins, in bytes
 */
record TailSource(EvidenceSource whole, long offset) implements EvidenceSource {
    @Override
    public Optional<byte[]> head() throws IOException {
        return whole.head();
    }

    @Override
    public Optional<InputStream> ledger() throws IOException {
        Optional<InputStream> ledger = whole.ledger();
        if (ledger.isPresent()) {
            ledger.get().skipNBytes(offset);
        }
        return ledger;
    }

    @Override
    public Optional<KeptContent> file(String name) throws IOException {
        return whole.file(name);
    }

    /** None: those of the entries before are not to be taken for strays. */
    @Override
    public SortedSet<String> files() {
        return new TreeSet<>();
    }

    @Override
    public Optional<byte[]> bundleManifest() throws IOException {
        return whole.bundleManifest();
    }

    @Override
    public void close() throws IOException {
        whole.close();
    }
}
