package io.jenkins.plugins.compliance.engine.report.secrets;

import io.jenkins.plugins.compliance.engine.report.finding.TestCase;

/**
 * Takes secrets out of texts of reports before they are kept anywhere. Scanners for secrets put the secret that they found into
 * their messages; evidence must not spread it further. What is taken out leaves {@value #MASK}.
 *
 * <p>Recognised are private keys in PEM, passwords in URLs, tokens of well-known shapes, values assigned to names such as
 * {@code password}, and random strings where the rule itself looks for secrets. Linear in the text, and quick where there is
 * nothing to take out.
 */
public final class Redaction {
    /** What stands where a secret stood. */
    public static final String MASK = "[redacted]";

    private static final String KEY_BEGIN = "-----BEGIN ";
    private static final String KEY_END = "-----END ";
    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_AUTHORITY = 1024;

    private Redaction() {}

    /** The text without secrets; the same object when there are none. */
    public static String of(String text) {
        String clean = text;
        if (clean.indexOf(':') >= 0 || clean.indexOf('=') >= 0) {
            clean = SecretAssignments.masked(withoutUrlPasswords(clean));
        }
        if (clean.contains(KEY_BEGIN)) {
            clean = withoutPrivateKeys(clean);
        }
        return clean.length() < SecretTokens.SHORTEST ? clean : SecretTokens.masked(clean);
    }

    /** The test case without secrets in its message. */
    public static TestCase of(TestCase testCase) {
        String message = testCase.message();
        return message == null
                ? testCase
                : new TestCase(
                        testCase.suite(),
                        testCase.className(),
                        testCase.name(),
                        testCase.result(),
                        testCase.seconds(),
                        of(message));
    }

    private static String withoutPrivateKeys(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        int copied = 0;
        for (int begin = text.indexOf(KEY_BEGIN);
                begin >= 0;
                begin = text.indexOf(KEY_BEGIN, Math.max(begin + 1, copied))) {
            int label = begin + KEY_BEGIN.length();
            int dashes = text.indexOf("-----", label);
            boolean isKey = dashes > 0
                    && dashes - label <= LONGEST_LABEL
                    && text.substring(label, dashes).contains("PRIVATE KEY");
            if (isKey) {
                int end = text.indexOf(KEY_END, dashes);
                int endDashes = end < 0 ? -1 : text.indexOf("-----", end + KEY_END.length());
                clean.append(text, copied, begin).append(MASK);
                copied = endDashes < 0 ? text.length() : endDashes + 5;
            }
        }
        return copied == 0 ? text : clean.append(text, copied, text.length()).toString();
    }

    // RFC 3986, section 3.2.1: user and password stand between "//" and "@".
    private static String withoutUrlPasswords(String text) {
        StringBuilder clean = null;
        int copied = 0;
        for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
            int from = at + 3;
            int colon = -1;
            int last = -1;
            int to = from;
            while (to < text.length() && to - from < LONGEST_AUTHORITY && isAuthority(text.charAt(to))) {
                char c = text.charAt(to);
                colon = c == ':' && colon < 0 ? to : colon;
                last = c == '@' ? to : last;
                to++;
            }
            if (colon >= 0 && last > colon + 1) {
                clean = clean == null ? new StringBuilder(text.length()) : clean;
                clean.append(text, copied, from).append(MASK);
                copied = last;
            }
        }
        return clean == null ? text : clean.append(text, copied, text.length()).toString();
    }

    private static boolean isAuthority(char c) {
        return c > ' ' && c != '/' && c != '?' && c != '#' && c != '"' && c != '\'' && c != '<' && c != '>';
    }
}
