package io.jenkins.plugins.compliance.cli;

import io.jenkins.plugins.compliance.cli.run.Progress;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import java.util.Map;

/**
 * How text is set off: with colours on a terminal, not at all in a pipe. An outcome is always a word too.
 *
 * @param colour whether to colour
 */
record Style(boolean colour) {
    /** No colours. */
    static final Style PLAIN = new Style(false);

    private static final String RESET = "\u001b[0m";

    /** Colours on a terminal whose user has not declined them (no-color.org). */
    static Style of(Map<String, String> environment) {
        String declined = environment.get("NO_COLOR");
        return new Style((declined == null || declined.isEmpty()) && Progress.onTerminal());
    }

    /** Text from outside, cut to a length. */
    String shortened(String text, int length) {
        return DisplayText.cut(DisplayText.line(text).strip(), length);
    }

    String bold(String text) {
        return colour ? "\u001b[1m" + text + RESET : text;
    }

    /** An outcome, padded to a width before it is coloured. */
    String outcome(Outcome outcome, int width) {
        String padded = width == 0 ? outcome.id() : String.format("%-" + width + "s", outcome.id());
        if (!colour) {
            return padded;
        }
        String code = switch (outcome) {
            case SATISFIED -> "\u001b[32m";
            case NOT_SATISFIED, UNVERIFIABLE -> "\u001b[31m";
            case MISSING, STALE, PARTIAL, UNMAPPED -> "\u001b[33m";
            case WAIVED, NOT_APPLICABLE -> "\u001b[36m";
        };
        return code + padded + RESET;
    }
}
