package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import java.io.IOException;
import java.util.List;

/** A {@code message} (section 3.11) as it is being read; used again for the next one. */
final class MessageParts {
    /** Its plain text; null when not stated. */
    @CheckForNull
    String text;

    /** Its text in Markdown; null when not stated. */
    @CheckForNull
    String markdown;

    /** Id of the message string; null when not stated. */
    @CheckForNull
    String id;

    /** What goes into its placeholders. */
    List<String> arguments = List.of();

    void clear() {
        text = null;
        markdown = null;
        id = null;
        arguments = List.of();
    }

    void read(JsonCursor json) throws IOException {
        clear();
        if (json.kind() == JsonCursor.Kind.TEXT) {
            text = json.text();
        } else if (json.beginObject()) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                switch (name) {
                    case "text" -> text = json.text();
                    case "markdown" -> markdown = json.text();
                    case "id" -> id = json.text();
                    case "arguments" -> arguments = json.texts();
                    default -> {}
                }
            }
        }
    }
}
