package io.jenkins.plugins.compliance.engine.io.file;

import io.jenkins.plugins.compliance.engine.io.Wildcard;
import java.util.ArrayList;
import java.util.List;

/**
 * A glob pattern over relative paths with forward slashes. {@code *} and {@code ?} match within a segment, a segment
 * {@code **} matches any number of segments, <code>{a,b}</code> is either; every other character is itself. A pattern that ends
 * in {@code /} matches everything below. Matching takes at most the product of the lengths in steps, whatever the pattern.
 */
public final class Glob {
    private static final int MOST_ALTERNATIVES = 256;

    private final String written;
    private final List<String[]> alternatives;

    private Glob(String written, List<String[]> alternatives) {
        this.written = written;
        this.alternatives = alternatives;
    }

    /**
     * The glob that is written so.
     *
     * @throws IllegalArgumentException when it is empty, absolute, climbs out with {@code ..}, has an unclosed brace or more
     *     than 256 alternatives
     */
    public static Glob of(String pattern) {
        if (pattern.isEmpty() || pattern.startsWith("/") || pattern.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("\"" + pattern
                    + "\" is not a glob: expected a relative path with forward slashes, for instance **/*.py");
        }
        List<String> expanded = new ArrayList<>();
        expand(pattern.endsWith("/") ? pattern + "**" : pattern, pattern, expanded);
        List<String[]> alternatives = new ArrayList<>();
        for (String each : expanded) {
            String[] segments = each.split("/", -1);
            for (String segment : segments) {
                if (segment.equals("..")) {
                    throw new IllegalArgumentException("\"" + pattern + "\" climbs out of the directory with \"..\"");
                }
            }
            alternatives.add(segments);
        }
        return new Glob(pattern, alternatives);
    }

    /** Whether a relative path matches. */
    public boolean matches(String path) {
        String[] segments = path.split("/", -1);
        for (String[] pattern : alternatives) {
            if (matchesSegments(pattern, segments)) {
                return true;
            }
        }
        return false;
    }

    /** The pattern as it was written. */
    @Override
    public String toString() {
        return written;
    }

    private static void expand(String pattern, String written, List<String> into) {
        int open = pattern.indexOf('{');
        if (open < 0) {
            if (into.size() == MOST_ALTERNATIVES) {
                throw new IllegalArgumentException(
                        "\"" + written + "\" has more than " + MOST_ALTERNATIVES + " alternatives");
            }
            into.add(pattern);
            return;
        }
        int close = closing(pattern, open);
        if (close < 0) {
            throw new IllegalArgumentException("\"" + written + "\" has a '{' without its '}'");
        }
        String before = pattern.substring(0, open);
        String after = pattern.substring(close + 1);
        int start = open + 1;
        int depth = 0;
        for (int i = start; i <= close; i++) {
            char c = pattern.charAt(i);
            if (depth == 0 && (c == ',' || i == close)) {
                expand(before + pattern.substring(start, i) + after, written, into);
                start = i + 1;
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            }
        }
    }

    private static int closing(String pattern, int open) {
        int depth = 0;
        for (int i = open; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Greedy with one point of return: a later {@code **} makes every earlier one irrelevant. */
    private static boolean matchesSegments(String[] pattern, String[] path) {
        int p = 0;
        int s = 0;
        int starAt = -1;
        int resume = 0;
        while (s < path.length) {
            if (p < pattern.length && pattern[p].equals("**")) {
                starAt = p++;
                resume = s;
            } else if (p < pattern.length && Wildcard.matches(pattern[p], path[s], true)) {
                p++;
                s++;
            } else if (starAt >= 0) {
                p = starAt + 1;
                s = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length && pattern[p].equals("**")) {
            p++;
        }
        return p == pattern.length;
    }
}
