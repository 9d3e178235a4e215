package io.jenkins.plugins.compliance.cli;

import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** JSON for standard output. */
public final class JsonText {
    private JsonText() {}

    /** Writes one document. */
    public interface Body {
        void write(JsonOutput out) throws IOException;
    }

    /** The document as text, indented, without a line end after it. */
    public static String of(Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonOutput out = JsonOutput.indented(bytes)) {
            body.write(out);
        }
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }
}
