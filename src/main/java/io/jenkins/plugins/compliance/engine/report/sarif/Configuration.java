package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import java.io.IOException;

/**
 * What results inherit: a {@code reportingConfiguration} (section 3.50).
 *
 * @param level level; null when not stated
 * @param rank rank, 0.0 to 100.0; -1.0 when not stated
 */
record Configuration(@CheckForNull Level level, double rank) {
    static final double NO_RANK = -1.0;
    static final Configuration NONE = new Configuration(null, NO_RANK);

    static Configuration read(JsonCursor json) throws IOException {
        Level level = null;
        double rank = NO_RANK;
        if (json.beginObject()) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                switch (name) {
                    case "level" -> level = Level.read(json);
                    case "rank" -> rank = json.number().orElse(NO_RANK);
                    default -> {}
                }
            }
        }
        return new Configuration(level, rank);
    }
}
