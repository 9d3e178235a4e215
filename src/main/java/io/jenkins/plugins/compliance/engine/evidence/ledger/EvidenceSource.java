package io.jenkins.plugins.compliance.engine.evidence.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.SortedSet;

/** Where evidence is read from: a folder or an archive. */
interface EvidenceSource extends Closeable {

    /** The head's file; empty when there is none. */
    Optional<byte[]> head() throws IOException;

    /** The ledger as lines; empty when there is none. Entries that are files of their own are put together as lines. */
    Optional<InputStream> ledger() throws IOException;

    /** A kept file; empty when it is not there as a regular file. The name was checked. */
    Optional<KeptContent> file(String name) throws IOException;

    /** Names of the kept files that are there; what has not the form of such a name is left out. */
    SortedSet<String> files() throws IOException;

    /** What a bundle says about itself; empty when this is no bundle. */
    Optional<byte[]> bundleManifest() throws IOException;

    /**
     * A kept file.
     *
     * @param size its size in bytes as the folder or archive states it
     * @param content its content; whoever asked for it closes it
     */
    record KeptContent(long size, InputStream content) {}
}
