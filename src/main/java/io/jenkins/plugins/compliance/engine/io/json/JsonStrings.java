package io.jenkins.plugins.compliance.engine.io.json;

import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads and skips the strings of a JSON document (RFC 8259, section 7), from after the quote that begins one. */
final class JsonStrings {
    private static final int MOST_BYTES_A_CHARACTER = 3;
    private static final String UNESCAPED_CONTROL = "found a control character in a string, expected it to be escaped";

    private final JsonBytes bytes;
    private final int longest;
    private final JsonNames memberNames = new JsonNames(true);
    private final JsonNames repeatedTexts = new JsonNames(false);
    private final UnescapedText unescaped = new UnescapedText();

    /**
     * @param longest how many characters a text may have
     */
    JsonStrings(JsonBytes bytes, int longest) {
        this.bytes = bytes;
        this.longest = longest;
    }

    /** Reads a string. */
    String text() throws IOException {
        int start = bytes.at;
        while (true) {
            int at = JsonWords.specialFrom(bytes.buffer, bytes.at);
            bytes.at = at;
            if (at < bytes.end) {
                if (bytes.buffer[at] == '"') {
                    String text = new String(bytes.buffer, start, at - start, StandardCharsets.UTF_8);
                    bytes.at = at + 1;
                    return bounded(text);
                }
                if (bytes.buffer[at] == '\\') {
                    return escapedText(start);
                }
                throw bytes.malformed(UNESCAPED_CONTROL);
            }
            start = more(start);
        }
    }

    /** Reads a string, one of which a document has few different ones. */
    String repeatedText() throws IOException {
        return found(repeatedTexts) ? repeatedTexts.found() : text();
    }

    /** Reads the name of a member. */
    String name() throws IOException {
        if (found(memberNames)) {
            return memberNames.found();
        }
        String name = text();
        if (name.length() > JsonInput.NAME_LENGTH) {
            throw bytes.malformed("found a name longer than " + JsonInput.NAME_LENGTH + " characters");
        }
        return name;
    }

    private boolean found(JsonNames names) throws IOException {
        bytes.available(JsonNames.LONGEST + JsonWords.BYTES);
        int quote = names.find(bytes.buffer, bytes.at);
        if (quote >= bytes.end) {
            return false;
        }
        bytes.at = quote + 1;
        return true;
    }

    /** Goes past a string, checking it. */
    void skip() throws IOException {
        while (true) {
            int at = JsonWords.specialFrom(bytes.buffer, bytes.at);
            bytes.at = at;
            if (at >= bytes.end) {
                if (!bytes.refill(at)) {
                    throw bytes.endsEarly();
                }
            } else if (bytes.buffer[at] == '"') {
                bytes.at = at + 1;
                return;
            } else if (bytes.buffer[at] == '\\') {
                escape();
            } else {
                throw bytes.malformed(UNESCAPED_CONTROL);
            }
        }
    }

    private String escapedText(int from) throws IOException {
        int start = from;
        unescaped.clear();
        while (true) {
            int at = JsonWords.specialFrom(bytes.buffer, bytes.at);
            bytes.at = at;
            if (at >= bytes.end) {
                start = more(start);
                continue;
            }
            unescaped.append(bytes.buffer, start, at);
            if (unescaped.length() > (long) longest * MOST_BYTES_A_CHARACTER) {
                throw tooLong();
            }
            if (bytes.buffer[at] == '"') {
                bytes.at = at + 1;
                return bounded(unescaped.text());
            }
            if (bytes.buffer[at] != '\\') {
                throw bytes.malformed(UNESCAPED_CONTROL);
            }
            unescaped.append(escape());
            start = bytes.at;
        }
    }

    private char escape() throws IOException {
        bytes.available(6);
        int at = bytes.at;
        int rest = bytes.end - at;
        byte letter = bytes.buffer[at + 1];
        char simple = rest > 1 ? JsonWords.simpleEscape(letter) : 0;
        if (simple != 0) {
            bytes.at = at + 2;
            return simple;
        }
        int unit = rest > 5 && letter == 'u' ? JsonWords.hexadecimal(bytes.buffer, at + 2) : -1;
        if (unit < 0) {
            throw rest < 6 && (rest < 2 || letter == 'u')
                    ? bytes.endsEarly()
                    : bytes.malformed("found an escape that JSON lacks");
        }
        bytes.at = at + 6;
        return (char) unit;
    }

    // Reads on in a string that begins at start; where it begins now.
    private int more(int start) throws IOException {
        if (bytes.at - start > (long) longest * MOST_BYTES_A_CHARACTER) {
            throw tooLong();
        }
        if (!bytes.refill(start)) {
            throw bytes.endsEarly();
        }
        return 0;
    }

    private String bounded(String text) throws LimitExceededException {
        if (text.length() > longest) {
            throw tooLong();
        }
        return text;
    }

    private LimitExceededException tooLong() {
        return new LimitExceededException("textLength", longest);
    }
}
