package io.jenkins.plugins.compliance.record.archive;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Computes the SHA-256 of a stream. */
final class Digesting {
    private static final int BUFFER_BYTES = 1 << 16;

    private final MessageDigest sha;

    Digesting() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a stream.
     *
     * @param most how many bytes at most
     * @return how many there were
     */
    long read(InputStream in, long most) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long size = 0;
        while (size < most) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, most - size));
            if (read < 0) {
                break;
            }
            sha.update(buffer, 0, read);
            size += read;
        }
        return size;
    }

    /** The digest of all that was read. */
    byte[] digest() {
        return sha.digest();
    }
}
