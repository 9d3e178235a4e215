package io.jenkins.plugins.compliance.engine.evidence.intake;

import io.jenkins.plugins.compliance.engine.report.secrets.Redaction;

/** Makes a text from outside fit for one line of evidence: no control characters, bounded, secrets redacted. */
final class OneLine {
    private static final int LONGEST = 500;

    private OneLine() {}

    /** The text on one line. */
    static String of(String text) {
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        StringBuilder line = new StringBuilder(head.length());
        head.codePoints().forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return Redaction.of(line.toString());
    }
}
