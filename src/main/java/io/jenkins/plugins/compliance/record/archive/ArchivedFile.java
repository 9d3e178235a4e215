package io.jenkins.plugins.compliance.record.archive;

import java.util.regex.Pattern;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** A file among the artifacts of a build that is evidence or an account of it, and what it was when it was archived. */
@Restricted(NoExternalUse.class)
public final class ArchivedFile {
    private static final Pattern PATH = Pattern.compile("compliance/[a-z0-9][a-z0-9._-]{0,120}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final String path;
    private final long size;
    private final String sha256;

    /**
     * @param path its path among the artifacts
     * @param size its size in bytes
     * @param sha256 its digest, 64 lower-case hexadecimal digits
     */
    ArchivedFile(String path, long size, String sha256) {
        this.path = path;
        this.size = size;
        this.sha256 = sha256;
        check();
    }

    /** Its path among the artifacts. */
    public String getPath() {
        return path;
    }

    /** Its size in bytes. */
    public long getSize() {
        return size;
    }

    /** Its digest when it was archived. */
    public String getSha256() {
        return sha256;
    }

    private Object readResolve() {
        check();
        return this;
    }

    private void check() {
        if (path == null
                || sha256 == null
                || size < 0
                || !PATH.matcher(path).matches()
                || !DIGEST.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a file that the recorder archives: " + path);
        }
    }
}
