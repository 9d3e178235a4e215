package io.jenkins.plugins.compliance.engine.export.sarif;

/** Text from outside as the text of a SARIF message, in which {@code [words](address)} would be a link. */
final class MessageText {
    private MessageText() {}

    /** The text; where it holds what looks like a link, its brackets are escaped (SARIF 2.1.0, section 3.11.6). */
    public static String of(String text) {
        return text.contains("](")
                ? text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
                : text;
    }
}
