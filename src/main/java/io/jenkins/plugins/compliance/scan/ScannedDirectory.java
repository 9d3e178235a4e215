package io.jenkins.plugins.compliance.scan;

import hudson.AbortException;
import io.jenkins.plugins.compliance.engine.io.BoundedInputStream;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.file.FileListing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The directory that is scanned, as the agent told it. Its paths say only what tools have to look at, and what absolute paths
 * in reports begin with.
 *
 * @param absolute absolute path as the workspace has it
 * @param real the same without symbolic links
 * @param listing its files
 */
record ScannedDirectory(String absolute, String real, FileListing listing) {
    /** How much room all names together may take. */
    static final int NAME_BYTES = 64 << 20;

    private static final int OVERHEAD = 64 << 10;

    /** Where it lies in a workspace, with forward slashes; empty when it is the workspace itself. */
    String within(ScannedDirectory workspace) throws IOException {
        String root = workspace.real.replace('\\', '/');
        String own = real.replace('\\', '/');
        if (own.equals(root)) {
            return "";
        }
        if (!own.startsWith(root + "/")) {
            throw new IOException(Messages.ScannedDirectory_outside(DisplayText.line(real)));
        }
        return own.substring(root.length() + 1);
    }

    /**
     * Reads what {@link ListFiles} answered.
     *
     * @throws AbortException when there is no such directory in the workspace
     * @throws IOException when it is not in that form, or over a limit
     */
    static ScannedDirectory read(byte[] bytes) throws IOException {
        String[] refusal = new String[1];
        ScannedDirectory directory = AgentAnswer.read(bytes, NAME_BYTES + OVERHEAD, answer -> {
            if (answer.flag()) {
                return new ScannedDirectory(
                        answer.path(), answer.path(), new FileListing(names(answer.bytes(NAME_BYTES))));
            }
            refusal[0] = answer.text();
            return null;
        });
        if (directory == null) {
            throw new AbortException(refusal[0]);
        }
        return directory;
    }

    private static List<String> names(byte[] packed) throws IOException {
        byte[] all;
        try (InputStream in = new BoundedInputStream(
                new GZIPInputStream(new ByteArrayInputStream(packed)), "names of files", NAME_BYTES)) {
            all = in.readAllBytes();
        }
        List<String> names = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < all.length; at++) {
            if (all[at] == 0) {
                String name = new String(all, from, at - from, StandardCharsets.UTF_8);
                if (!RelativePath.isBelow(name)) {
                    throw new IOException("a file named " + name);
                }
                names.add(name);
                from = at + 1;
            }
        }
        if (from < all.length || names.size() > Limits.DEFAULTS.listedFiles()) {
            throw new IOException("too many names, or half of one");
        }
        return names;
    }
}
