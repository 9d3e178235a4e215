package io.jenkins.plugins.compliance.engine.evidence.intake;

import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.report.secrets.Redaction;

/** Makes a text from outside fit for one line of evidence: nothing that is obeyed instead of shown, bounded, secrets redacted. */
final class OneLine {
    private static final int LONGEST = 500;

    private OneLine() {}

    /** The text on one line. */
    static String of(String text) {
        return Redaction.of(DisplayText.line(text, LONGEST));
    }
}
