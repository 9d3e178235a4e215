package io.jenkins.plugins.compliance.engine.io;

/** Makes a message of one line that a terminal shows as it is: what is found in a document gets into messages, whatever it holds. */
public final class MessageText {
    private static final int REPLACEMENT = '\uFFFD';

    private MessageText() {}

    /** The text with a replacement character for whatever breaks lines or is obeyed instead of shown; itself when there is none. */
    public static String of(String text) {
        return text.codePoints().anyMatch(MessageText::isObeyed)
                ? text.codePoints()
                        .map(c -> isObeyed(c) ? REPLACEMENT : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }

    private static boolean isObeyed(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
