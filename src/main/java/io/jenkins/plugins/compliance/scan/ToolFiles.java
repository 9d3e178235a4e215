package io.jenkins.plugins.compliance.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.fact.ScannedPart;
import java.io.Serializable;
import java.util.List;

/** How many files there are for a tool, in the scanned directory and elsewhere in the workspace. */
final class ToolFiles implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int found;
    private final int inside;
    private final int elsewhere;

    /**
     * @param files the files that it is to look at, relative to the scanned directory; empty when it looks at something else
     * @param ofWorkspace the files that it would look at if the whole workspace was scanned
     * @param directory the scanned directory, relative to the workspace; empty for all of it
     */
    ToolFiles(List<String> files, List<String> ofWorkspace, String directory) {
        found = files.size();
        String below = directory + "/";
        inside = directory.isEmpty()
                ? ofWorkspace.size()
                : (int) ofWorkspace.stream()
                        .filter(file -> file.startsWith(below))
                        .count();
        elsewhere = ofWorkspace.size() - inside;
    }

    /** How many it is to look at. */
    int found() {
        return found;
    }

    /** How many it would look at if the whole workspace was scanned, and does not. */
    int elsewhere() {
        return elsewhere;
    }

    /** What of the workspace a scan of a directory looks at; null for all of it, and for what is no file. */
    @CheckForNull
    ScannedPart in(String directory) {
        return directory.isEmpty() || found == 0 ? null : new ScannedPart(directory, inside, elsewhere);
    }
}
