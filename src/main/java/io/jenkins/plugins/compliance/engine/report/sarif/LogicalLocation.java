package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import java.io.IOException;

/** A {@code logicalLocation} (section 3.33) as it is being read; used again for the next one. */
final class LogicalLocation {
    /** Index among the run's logical locations; -1 when not stated. */
    int index = -1;

    private @CheckForNull String qualified;
    private @CheckForNull String simple;

    /** The fully qualified name, or the name; null when neither is stated. */
    @CheckForNull
    String name() {
        return qualified == null ? simple : qualified;
    }

    void clear() {
        index = -1;
        qualified = null;
        simple = null;
    }

    void read(JsonCursor json) throws IOException {
        clear();
        if (json.beginObject()) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                switch (name) {
                    case "fullyQualifiedName" -> qualified = json.text();
                    case "name" -> simple = json.text();
                    case "index" -> index = json.smallInteger(-1);
                    default -> {}
                }
            }
        }
    }
}
