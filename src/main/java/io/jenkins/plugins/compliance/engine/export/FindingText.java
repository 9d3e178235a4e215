package io.jenkins.plugins.compliance.engine.export;

import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;

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
        String shown = DisplayText.line(text);
        StringBuilder line = new StringBuilder(shown.length());
        boolean gap = false;
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (Character.isWhitespace(c)) {
                gap = line.length() > 0;
            } else {
                line.append(gap ? " " : "").append(c);
                gap = false;
            }
        }
        return line.toString();
    }

    /** The text, cut to a length that people read, with an ellipsis where it was cut. */
    public static String shortened(String text) {
        return DisplayText.cut(text, LONGEST);
    }
}
