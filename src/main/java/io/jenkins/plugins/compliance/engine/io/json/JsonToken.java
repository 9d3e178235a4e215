package io.jenkins.plugins.compliance.engine.io.json;

import java.util.List;

/** How a JSON value begins. */
enum JsonToken {
    /** There is no value. */
    NONE(""),
    /** An object. */
    OBJECT(""),
    /** An array. */
    ARRAY(""),
    /** A string. */
    TEXT(""),
    /** A number. */
    NUMBER(""),
    /** True. */
    TRUE("true"),
    /** False. */
    FALSE("false"),
    /** Null. */
    NULL("null");

    /** Characters of the longest word. */
    static final int LONGEST_LITERAL = 5;

    private static final List<JsonToken> LITERALS = List.of(TRUE, FALSE, NULL);

    private final String text;

    JsonToken(String text) {
        this.text = text;
    }

    /** The word; empty where it is none. */
    String text() {
        return text;
    }

    /** Which word stands in a buffer; {@link #NONE} when none does. */
    static JsonToken literalAt(byte[] buffer, int at) {
        for (JsonToken literal : LITERALS) {
            String word = literal.text;
            if (JsonWords.matches(word, buffer, at) && !JsonWords.isWordPart(buffer[at + word.length()])) {
                return literal;
            }
        }
        return NONE;
    }
}
