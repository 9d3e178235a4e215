package io.jenkins.plugins.compliance.engine.policy.tag;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What an application is: {@code key=value} pairs such as {@code exposure=internet}. Keys and values have the syntax of
 * Kubernetes labels without a prefix: up to 63 letters, digits, {@code -}, {@code _} and {@code .}, beginning and ending with
 * a letter or digit; a value may be empty.
 *
 * @param values the pairs, sorted by key
 */
public record Tags(SortedMap<String, String> values) {
    /** No tags. */
    public static final Tags NONE = new Tags(new TreeMap<>());

    public static final String SYNTAX =
            "1 to 63 letters, digits, '-', '_' or '.', beginning and ending with a letter or digit";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

    /**
     * Takes a copy and checks it.
     *
     * @throws IllegalArgumentException when a key or value has not the syntax
     */
    public Tags {
        values = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(values));
        values.forEach(Tags::check);
    }

    /**
     * The tags of a map.
     *
     * @throws IllegalArgumentException when a key or value has not the syntax
     */
    public static Tags of(Map<String, String> values) {
        return new Tags(new TreeMap<>(values));
    }

    /** The value of a key. */
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /**
     * These tags and those of a farther level (a folder) that these leave open: the nearer level wins.
     *
     * @param farther tags of the farther level
     */
    public Tags over(Tags farther) {
        TreeMap<String, String> merged = new TreeMap<>(farther.values);
        merged.putAll(values);
        return new Tags(merged);
    }

    /** {@code a=b, c=d}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        values.forEach((key, value) -> text.append(text.length() == 0 ? "" : ", ")
                .append(key)
                .append('=')
                .append(value));
        return text.toString();
    }

    /** Whether a text has the syntax of a key, or of a value that is not empty. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    private static void check(String key, String value) {
        if (!NAME.matcher(key).matches()) {
            throw new IllegalArgumentException("\"" + key + "\" is not a tag key; expected " + SYNTAX);
        }
        if (!value.isEmpty() && !NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "\"" + value + "\" is not a value of the tag " + key + "; expected " + SYNTAX);
        }
    }
}
