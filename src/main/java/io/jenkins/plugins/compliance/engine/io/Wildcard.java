package io.jenkins.plugins.compliance.engine.io;

/**
 * A text pattern in which {@code *} stands for any characters. Deliberately nothing more: a pattern of policy meets names that others
 * chose.
 */
public final class Wildcard {
    private Wildcard() {}

    /** Whether all of a text matches; takes at most the product of both lengths in steps. */
    public static boolean matches(String pattern, String text) {
        return matches(pattern, text, false);
    }

    /** Also with {@code ?} for any one character, where a glob asks for that. */
    public static boolean matches(String pattern, String text, boolean any) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length()
                    && (pattern.charAt(p) == text.charAt(t) || any && pattern.charAt(p) == '?')) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
