package io.jenkins.plugins.compliance.config.tools;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists and pairs as a field of a form holds them. */
final class TextLines {
    private TextLines() {}

    /** The lines that are not blank, without blanks around them. */
    static List<String> of(@CheckForNull String text) {
        return Util.fixNull(text)
                .lines()
                .map(String::trim)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /**
     * Pairs {@code name=value}, one a line.
     *
     * @throws IllegalArgumentException when a line is no pair, or a name is given twice
     */
    static Map<String, String> pairs(@CheckForNull String text) {
        return pairs(of(text));
    }

    /** The same with commas between them as well. */
    static Map<String, String> words(@CheckForNull String text) {
        return pairs(of(Util.fixNull(text).replace(',', '\n')));
    }

    private static Map<String, String> pairs(List<String> lines) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(Messages.TextLines_noPair(line));
            }
            String name = line.substring(0, equals).trim();
            if (pairs.put(name, line.substring(equals + 1).trim()) != null) {
                throw new IllegalArgumentException(Messages.TextLines_twice(name));
            }
        }
        return pairs;
    }
}
