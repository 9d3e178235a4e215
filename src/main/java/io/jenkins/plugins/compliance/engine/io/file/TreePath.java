package io.jenkins.plugins.compliance.engine.io.file;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.DisplayText;

/** Which relative paths are taken from outside. */
final class TreePath {
    private static final int LONGEST = 512;

    private TreePath() {}

    /** Why a path is not taken; null when it is. */
    @CheckForNull
    static String objection(String path) {
        if (path.isEmpty() || path.length() > LONGEST) {
            return "its name has " + path.length() + " characters; expected 1 to " + LONGEST;
        }
        if (path.startsWith("/") || path.indexOf('\\') >= 0 || path.indexOf(':') >= 0) {
            return "its name is no relative path with forward slashes";
        }
        if (!DisplayText.isPlainLine(path)) {
            return "its name has control characters or invisible ones";
        }
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return "its name has an empty part, . or ..";
            }
        }
        return null;
    }

    /** Whether a part of the path begins with a dot. */
    static boolean hidden(String path) {
        return path.startsWith(".") || path.contains("/.");
    }
}
