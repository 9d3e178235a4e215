package io.jenkins.plugins.compliance.cli;

/** Text from outside, made fit for a terminal: what would move the cursor or change colours there is shown, not done. */
final class TerminalText {
    private TerminalText() {}

    /** The text on one line, with {@code ?} for each control or formatting character. */
    static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(isPlain(c) ? c : '?'));
        return clean.toString();
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
