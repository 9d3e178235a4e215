package io.jenkins.plugins.compliance.engine.evidence.ledger;

import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** Entries that are files of their own, read as the lines of a ledger: each file's bytes and a line feed. */
final class EntryFiles extends InputStream {
    private final Iterator<String> names;
    private final Opener opener;
    private InputStream current = InputStream.nullInputStream();
    private boolean within;

    EntryFiles(Iterator<String> names, Opener opener) {
        this.names = names;
        this.opener = opener;
    }

    /** Opens an entry by its name. */
    @FunctionalInterface
    interface Opener {
        InputStream open(String name) throws IOException;
    }

    /** Those names that are names of entries, by sequence. */
    static List<String> sorted(Collection<String> names) {
        List<String> entries = new ArrayList<>();
        for (String name : names) {
            if (LedgerLayout.ENTRY.matcher(name).matches()) {
                entries.add(name);
            }
        }
        entries.sort(Comparator.comparingLong(EntryFiles::sequence).thenComparing(Comparator.naturalOrder()));
        return entries;
    }

    /** A whole small file. */
    static byte[] whole(InputStream in, Limits limits) throws IOException {
        byte[] bytes = in.readNBytes(limits.envelopeBytes() + 1);
        if (bytes.length > limits.envelopeBytes()) {
            throw new LimitExceededException("envelopeBytes", limits.envelopeBytes());
        }
        return bytes;
    }

    private static long sequence(String name) {
        return Long.parseLong(name.substring(0, name.indexOf('-')));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!within) {
            if (!names.hasNext()) {
                return -1;
            }
            current = opener.open(names.next());
            within = true;
        }
        int read = current.read(buffer, offset, length);
        if (read > 0) {
            return read;
        }
        current.close();
        within = false;
        buffer[offset] = '\n';
        return 1;
    }

    @Override
    public void close() throws IOException {
        current.close();
    }
}
