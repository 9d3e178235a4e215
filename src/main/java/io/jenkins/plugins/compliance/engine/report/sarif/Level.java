package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import java.io.IOException;

/** The {@code level} of a result or a notification (sections 3.27.10 and 3.58.6). */
enum Level {
    NONE,
    NOTE,
    WARNING,
    ERROR;

    private static final Level[] LEVELS = values();
    private static final String[] NAMES = {"none", "note", "warning", "error"};

    /** Reads a level; null when it is none of these, which counts as not stated. */
    static @CheckForNull Level read(JsonCursor json) throws IOException {
        int index = json.oneOf(NAMES);
        return index < 0 ? null : LEVELS[index];
    }
}
