package io.jenkins.plugins.compliance.scan;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import io.jenkins.plugins.compliance.engine.io.json.JsonInput;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import io.jenkins.plugins.compliance.engine.wording.PhraseJson;
import io.jenkins.plugins.compliance.engine.wording.PhraseReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A reason as text: what must outlive a restart of the controller is written by serialisation, which is no place for records. */
final class KeptReason {
    private static final String NAME = "reason";
    private static final PhraseReader READER = new PhraseReader(RunReason::ofId);

    private KeptReason() {}

    static String write(Phrase reason) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonOutput json = JsonOutput.compact(bytes)) {
            json.beginObject();
            PhraseJson.write(json, NAME, List.of(reason));
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** What {@link #write} wrote; text of before, when reasons were words, and of a later version, is kept as it is. */
    static Phrase read(String kept) {
        return coded(kept).orElseGet(() -> RunReason.AS_RECORDED.of(kept));
    }

    private static Optional<Phrase> coded(String kept) {
        try (JsonCursor json = JsonInput.ofText(kept, NAME, Limits.DEFAULTS)) {
            if (json.kind() != JsonCursor.Kind.OBJECT) {
                return Optional.empty();
            }
            json.beginObject();
            return NAME.equals(json.nextName())
                    ? READER.read(json).stream().flatMap(Optional::stream).findFirst()
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
