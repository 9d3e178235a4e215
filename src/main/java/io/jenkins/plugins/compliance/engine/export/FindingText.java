package io.jenkins.plugins.compliance.engine.export;

import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import java.util.Locale;

/** Findings as plain text. */
public final class FindingText {
    private static final int LONGEST = 300;

    private FindingText() {}

    /** Severity, place, rule and message in one line. */
    public static String line(Finding finding) {
        String place = finding.place() == null ? "" : shortened(finding.place().toString()) + ": ";
        return finding.severity().id() + ": " + place + shortened(message(finding)) + " [" + shortened(finding.rule())
                + "]";
    }

    /** What is wrong, in one line: the message, or the title of the rule where there is no message. */
    public static String message(Finding finding) {
        String text = finding.message().isBlank() && finding.title() != null ? finding.title() : finding.message();
        return oneLine(text);
    }

    /** The text in one line: every run of white space becomes one space. */
    public static String oneLine(String text) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), LONGEST));
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                gap = line.length() > 0;
            } else {
                if (gap) {
                    line.append(' ');
                    gap = false;
                }
                line.append(reorders(c) ? named(c) : String.valueOf(c));
            }
        }
        return line.toString();
    }

    /** Whether a character makes a text look like another one: the explicit directional formatting characters of UAX #9. */
    static boolean reorders(char c) {
        return c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
    }

    /** A character by its code point, for instance {@code [U+202E]}. */
    static String named(char c) {
        return "[U+" + Integer.toHexString(c).toUpperCase(Locale.ROOT) + "]";
    }

    /** The text, cut to a length that people read, with an ellipsis where it was cut. */
    public static String shortened(String text) {
        return shortened(text, LONGEST);
    }

    /** The text, cut to at most so many characters, with an ellipsis where it was cut. */
    public static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "\u2026";
    }
}
