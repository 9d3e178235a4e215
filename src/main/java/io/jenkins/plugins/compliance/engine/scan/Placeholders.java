package io.jenkins.plugins.compliance.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Placeholders <code>${name}</code> in a text. <code>$${</code> stands for <code>${</code> itself. What is put in is never looked
 * at for placeholders again, so a file name can't smuggle one in.
 */
final class Placeholders {
    private Placeholders() {}

    /** The names in a text, in order. */
    static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        walk(text, name -> {
            names.add(name);
            return "";
        });
        return names;
    }

    /**
     * The text with its placeholders filled in; one whose value is null stays as it is.
     *
     * @param values value of a name, or null
     */
    static String fill(String text, Function<String, String> values) {
        return walk(text, values);
    }

    private static String walk(String text, Function<String, String> values) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (true) {
            int open = text.indexOf("${", at);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0) {
                return filled.append(text, at, text.length()).toString();
            }
            if (open > at && text.charAt(open - 1) == '$') {
                filled.append(text, at, open - 1).append("${");
                at = open + 2;
            } else {
                @CheckForNull String value = values.apply(text.substring(open + 2, close));
                filled.append(text, at, open);
                filled.append(value == null ? text.substring(open, close + 1) : value);
                at = close + 1;
            }
        }
    }
}
