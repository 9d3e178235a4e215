package io.jenkins.plugins.compliance.engine.report.sarif;

import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import java.util.List;

/** Puts arguments into message strings (section 3.11.5). */
final class Messages {
    private Messages() {}

    /**
     * The text with {@code {0}} replaced by the first argument and so on, and doubled braces made single.
     *
     * @throws LimitExceededException when it becomes longer than {@code longest}: few arguments, often repeated, make much text
     */
    static String filled(String text, List<String> arguments, int longest) throws LimitExceededException {
        if (text.indexOf('{') < 0 && text.indexOf('}') < 0) {
            return text;
        }
        StringBuilder filled = new StringBuilder(text.length() + 32);
        int at = 0;
        while (at < text.length()) {
            if (filled.length() > longest) {
                throw new LimitExceededException("textLength", longest);
            }
            char c = text.charAt(at);
            boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                filled.append(c);
                at += 2;
            } else if (c == '{') {
                at = placeholder(text, at, arguments, filled);
            } else {
                filled.append(c);
                at++;
            }
        }
        return filled.toString();
    }

    // What is no placeholder, or has no argument, stays as it is.
    private static int placeholder(String text, int open, List<String> arguments, StringBuilder filled) {
        int at = open + 1;
        int index = 0;
        while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0 && index < arguments.size()) {
            index = index * 10 + Character.digit(text.charAt(at), 10);
            at++;
        }
        if (at > open + 1 && at < text.length() && text.charAt(at) == '}' && index < arguments.size()) {
            filled.append(arguments.get(index));
            return at + 1;
        }
        filled.append('{');
        return open + 1;
    }
}
