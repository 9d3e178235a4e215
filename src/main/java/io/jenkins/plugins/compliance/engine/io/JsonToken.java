package io.jenkins.plugins.compliance.engine.io;

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

    /** Those that are a word. */
    static final List<JsonToken> LITERALS = List.of(TRUE, FALSE, NULL);

    private final String text;

    JsonToken(String text) {
        this.text = text;
    }

    /** The word; empty where it is none. */
    String text() {
        return text;
    }
}
