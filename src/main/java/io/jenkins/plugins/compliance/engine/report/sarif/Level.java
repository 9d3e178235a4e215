package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/** The {@code level} of a result or a notification (sections 3.27.10 and 3.58.6). */
enum Level {
    NONE,
    NOTE,
    WARNING,
    ERROR;

    /** The level with this name; null when there is none, which counts as not stated. */
    static @CheckForNull Level of(@CheckForNull String name) {
        if (name == null) {
            return null;
        }
        return switch (name) {
            case "none" -> NONE;
            case "note" -> NOTE;
            case "warning" -> WARNING;
            case "error" -> ERROR;
            default -> null;
        };
    }
}
