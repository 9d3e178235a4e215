package io.jenkins.plugins.compliance.engine.io;

import java.util.Locale;

/**
 * Text from outside as people are shown it, in logs, messages, pages and documents: whatever a screen would obey instead of showing it,
 * or not show at all, is named by its code point, for instance {@code [U+202E]}. So nothing moves a cursor, begins a line or turns
 * others around, and a name that is not the one it looks like can be seen to be another.
 *
 * <p>That is what Unicode calls controls, format characters, line and paragraph separators, surrogates without their other half,
 * noncharacters (The Unicode Standard, section 2.4) and default ignorable code points (section 5.21, and {@code Default_Ignorable_Code_Point} of
 * {@code DerivedCoreProperties.txt}). UTR #36 (section 2.5) and UTS #55 (section 4.1) say why such characters are to be made
 * visible. Left alone are those without which a text could not be read: {@link TextJoiners}.
 */
public final class DisplayText {
    private static final String ELLIPSIS = "\u2026";

    private DisplayText() {}

    /** The text in one line: what ends a line, and a tab, is a space; itself when nothing had to be changed. Any text is taken. */
    public static String line(String text) {
        return shown(text, false);
    }

    /**
     * The text in one line of at most so many characters, with an ellipsis where it was cut.
     *
     * @param longest at least 1
     */
    public static String line(String text, int longest) {
        return cut(line(text), longest);
    }

    /** The text with its tabs and its ends of lines, each as {@code \n}; itself when nothing had to be changed. Any text is taken. */
    public static String lines(String text) {
        return shown(text, true);
    }

    /**
     * The text, cut to at most so many characters, with an ellipsis where it was cut.
     *
     * @param longest at least 1
     */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        boolean pair = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, pair ? end - 1 : end) + ELLIPSIS;
    }

    /** Whether a text shows in one line as it is. */
    public static boolean isPlainLine(String text) {
        return line(text).equals(text);
    }

    /** Whether a text has controls other than tabs and line feeds. */
    public static boolean hasControls(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t');
    }

    /**
     * The text with a space for each control but line feeds, and all else as it is: for texts that are identified by a digest and shown
     * later.
     */
    public static String withoutControls(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().forEach(c -> plain.append(Character.isISOControl(c) && c != '\n' ? ' ' : (char) c));
        return plain.toString();
    }

    private static String shown(String text, boolean lines) {
        int first = firstToChange(text, lines);
        if (first < 0) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, first);
        int at = first;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            if (endsLine(c)) {
                boolean both = c == '\r' && next < text.length() && text.charAt(next) == '\n';
                next = both ? next + 1 : next;
                shown.append(lines ? '\n' : ' ');
            } else if (c == '\t') {
                shown.append(lines ? '\t' : ' ');
            } else if (isPlain(text, at, c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(String.format(Locale.ROOT, "[U+%04X]", c));
            }
            at = next;
        }
        return shown.toString();
    }

    private static int firstToChange(String text, boolean lines) {
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean kept = lines && (c == '\n' || c == '\t') || isPlain(text, at, c);
            if (!kept) {
                return at;
            }
            at += Character.charCount(c);
        }
        return -1;
    }

    /** What ends a line (UAX #14, classes BK, CR, LF and NL). */
    private static boolean endsLine(int c) {
        return c >= '\n' && c <= '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    private static boolean isPlain(String text, int at, int c) {
        return c >= ' ' && c < 0x7F || !isHidden(c) || TextJoiners.joins(text, at, c);
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> isNoncharacter(c) || isIgnorable(c);
        };
    }

    private static boolean isNoncharacter(int c) {
        return (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
    }

    /** The default ignorable code points that are no format characters. */
    private static boolean isIgnorable(int c) {
        return c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || c >= 0x180B && c <= 0x180F
                || c == 0x2065
                || c == 0x3164
                || c >= 0xFE00 && c <= 0xFE0F
                || c == 0xFFA0
                || c >= 0xFFF0 && c <= 0xFFF8
                || c >= 0xE0000 && c <= 0xE0FFF;
    }
}
