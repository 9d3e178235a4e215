package io.jenkins.plugins.compliance.engine.evidence.fact;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import io.jenkins.plugins.compliance.engine.wording.PhraseJson;
import io.jenkins.plugins.compliance.engine.wording.PhraseReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reasons in signed evidence: English text, as it always was, and beside it the same as codes and arguments. Evidence of before has the text
 * alone, and so has what a later version says with codes that this one does not know.
 */
final class RecordedReasons {
    private static final String CODES = "Codes";
    private static final PhraseReader READER = new PhraseReader(RunReason::ofId);

    private RecordedReasons() {}

    /** Writes the array of this name, and the array of codes beside it unless none has one. */
    static void write(JsonOutput json, String name, List<Phrase> reasons) throws IOException {
        json.member(name, reasons.stream().map(Phrase::toString).toList());
        if (reasons.stream().anyMatch(reason -> reason.code() != RunReason.AS_RECORDED)) {
            PhraseJson.write(json, codes(name), reasons);
        }
    }

    /** Writes one reason under this name, and its code beside it if it has one. */
    static void write(JsonOutput json, String name, Phrase reason) throws IOException {
        json.member(name, reason.toString());
        if (reason.code() != RunReason.AS_RECORDED) {
            PhraseJson.write(json, codes(name), List.of(reason));
        }
    }

    /** The name of the array of codes that belongs to an array of texts: {@code reasonCodes} to {@code reasons}. */
    static String codes(String name) {
        return (name.endsWith("s") ? name.substring(0, name.length() - 1) : name) + CODES;
    }

    /** The phrases of an array of codes. */
    static List<Optional<Phrase>> readCodes(JsonCursor json) throws IOException {
        return READER.read(json);
    }

    /**
     * The reasons that texts and codes make together.
     *
     * @param texts the texts
     * @param codes the codes; empty when there are none
     */
    static List<Phrase> of(List<String> texts, List<Optional<Phrase>> codes) {
        List<Phrase> reasons = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            reasons.add((codes.size() == texts.size() ? codes.get(i) : Optional.<Phrase>empty())
                    .orElseGet(() -> RunReason.AS_RECORDED.of(text)));
        }
        return reasons;
    }

    /** A reason that may not be there. */
    @CheckForNull
    static Phrase of(@CheckForNull String text, List<Optional<Phrase>> codes) {
        return text == null ? null : of(List.of(text), codes).get(0);
    }
}
