package io.jenkins.plugins.compliance.engine.assess;

/**
 * A pattern in which {@code *} stands for any run of characters. Deliberately nothing more: a policy's pattern meets names that
 * others chose, and this matches in time proportional to pattern times name.
 */
final class NamePattern {
    private NamePattern() {}

    static boolean matches(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (p < pattern.length() && pattern.charAt(p) == name.charAt(n)) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
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
