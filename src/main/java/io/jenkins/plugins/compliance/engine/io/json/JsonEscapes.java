package io.jenkins.plugins.compliance.engine.io.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import edu.umd.cs.findbugs.annotations.CheckForNull;

/** Which characters {@link JsonOutput} escapes beyond what JSON demands: those that a terminal or a line reader would act on. */
final class JsonEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final int DELETE = 0x7f;
    private static final int LAST_C1_CONTROL = 0x9f;
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private final int[] ascii;

    JsonEscapes() {
        ascii = standardAsciiEscapesForJSON();
        ascii[DELETE] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii;
    }

    @Override
    public @CheckForNull SerializableString getEscapeSequence(int character) {
        boolean act = (character >= DELETE && character <= LAST_C1_CONTROL)
                || character == LINE_SEPARATOR
                || character == PARAGRAPH_SEPARATOR;
        return act ? new SerializedString(String.format("\\u%04x", character)) : null;
    }

    /** The text with U+FFFD in place of each half of a surrogate pair that stands alone. */
    static String wellFormed(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return mended(text);
            }
        }
        return text;
    }

    private static String mended(String text) {
        StringBuilder mended = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xfffd : point)
                .forEach(mended::appendCodePoint);
        return mended.toString();
    }
}
