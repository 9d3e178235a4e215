package io.jenkins.plugins.compliance.engine.io;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * The invisible characters that belong to what is seen: joiners within words of the scripts that are written with them (UAX #31,
 * section 2.3.1), and within emoji, joiners and the choice of a presentation (UTS #51, section 1.4).
 */
final class TextJoiners {
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int AS_TEXT = 0xFE0E;
    private static final int AS_EMOJI = 0xFE0F;
    private static final int KEYCAP = 0x20E3;

    private static final Set<UnicodeScript> JOINED = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.NKO,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.KHMER);

    private TextJoiners() {}

    /** Whether the character at a place of a text is invisible and changes how its neighbours look. */
    static boolean joins(String text, int at, int c) {
        if (at == 0 || c != NON_JOINER && c != JOINER && c != AS_TEXT && c != AS_EMOJI) {
            return false;
        }
        int before = text.codePointBefore(at);
        int after = at + 1 < text.length() ? text.codePointAt(at + 1) : 0;
        if (c == AS_TEXT || c == AS_EMOJI) {
            return isSymbol(before) || after == KEYCAP && isKey(before);
        }
        boolean word = isWritten(before) && isWritten(after);
        return word || c == JOINER && endsEmoji(text, at, before) && isSymbol(after);
    }

    private static boolean endsEmoji(String text, int end, int last) {
        return isSymbol(last) || isSkinTone(last) || last == AS_EMOJI && joins(text, end - 1, last);
    }

    private static boolean isWritten(int c) {
        return (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK)
                && JOINED.contains(UnicodeScript.of(c));
    }

    private static boolean isSymbol(int c) {
        int type = Character.getType(c);
        return c > 0x7F && (type == Character.OTHER_SYMBOL || type == Character.MATH_SYMBOL);
    }

    private static boolean isKey(int c) {
        return c >= '0' && c <= '9' || c == '#' || c == '*';
    }

    private static boolean isSkinTone(int c) {
        return c >= 0x1F3FB && c <= 0x1F3FF;
    }
}
