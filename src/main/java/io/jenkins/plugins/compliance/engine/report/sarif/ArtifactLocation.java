package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import java.io.IOException;

/** An {@code artifactLocation} (section 3.4) as it is being read; used again for the next one. */
final class ArtifactLocation {
    /** Its URI; null when not stated. */
    @CheckForNull
    String uri;

    /** Id of the base that the URI is relative to; null when not stated. */
    @CheckForNull
    String base;

    /** Index of the artifact; -1 when not stated. */
    int index = -1;

    void clear() {
        uri = null;
        base = null;
        index = -1;
    }

    void read(JsonCursor json) throws IOException {
        clear();
        if (json.beginObject()) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                switch (name) {
                    case "uri" -> uri = json.text();
                    case "uriBaseId" -> base = json.repeatedText();
                    case "index" -> index = json.smallInteger(-1);
                    default -> {}
                }
            }
        }
    }
}
