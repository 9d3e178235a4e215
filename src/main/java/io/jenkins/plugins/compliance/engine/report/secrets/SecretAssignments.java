package io.jenkins.plugins.compliance.engine.report.secrets;

import java.util.Locale;

/** Recognises values that are assigned to a name that means a secret: {@code password=...}, {@code "apiKey": "..."}. */
final class SecretAssignments {
    private static final String[] NAMES = {
        "password",
        "passwd",
        "passphrase",
        "pwd",
        "secret",
        "token",
        "apikey",
        "api_key",
        "api-key",
        "accesskey",
        "access_key",
        "access-key",
        "privatekey",
        "private_key",
        "private-key",
        "credential",
        "authorization"
    };
    private static final String[] SCHEMES = {"bearer ", "basic ", "token ", "digest "};
    private static final int LONGEST_NAME = 64;
    private static final int SHORTEST_BARE = 6;

    private SecretAssignments() {}

    /** The text with such values masked; the same object when there are none. */
    static String masked(String text) {
        StringBuilder masked = null;
        int copied = 0;
        int equal = text.indexOf('=');
        int colon = text.indexOf(':');
        while (equal >= 0 || colon >= 0) {
            boolean isEqual = colon < 0 || (equal >= 0 && equal < colon);
            int at = isEqual ? equal : colon;
            if (isEqual) {
                equal = text.indexOf('=', at + 1);
            } else {
                colon = text.indexOf(':', at + 1);
            }
            if (at < copied) {
                continue;
            }
            if (!isSecretName(text, at)) {
                continue;
            }
            int from = valueStart(text, at);
            boolean quoted = from > 0 && isQuote(text.charAt(from - 1)) && from - 1 > at;
            int to = quoted ? quotedEnd(text, from) : bareEnd(text, from);
            if (to > from && isSecret(text, from, to, quoted, at)) {
                masked = masked == null ? new StringBuilder(text.length()) : masked;
                masked.append(text, copied, from).append(Redaction.MASK);
                copied = to;
            }
        }
        return masked == null
                ? text
                : masked.append(text, copied, text.length()).toString();
    }

    private static boolean isSecretName(String text, int sign) {
        int to = sign;
        while (to > 0 && sign - to < 3 && (text.charAt(to - 1) == ' ' || isQuote(text.charAt(to - 1)))) {
            to--;
        }
        int from = to;
        while (from > 0 && to - from < LONGEST_NAME && isNameCharacter(text.charAt(from - 1))) {
            from--;
        }
        if (to - from < 3) {
            return false;
        }
        String name = text.substring(from, to).toLowerCase(Locale.ROOT);
        for (String secret : NAMES) {
            if (name.contains(secret)) {
                return true;
            }
        }
        return false;
    }

    // Past "=", ":", "==", ":=", "=>", spaces, the scheme of an Authorization header and an opening quote.
    private static int valueStart(String text, int sign) {
        int at = sign + 1;
        while (at < text.length() && " \t=:>".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        for (String scheme : SCHEMES) {
            if (text.regionMatches(true, at, scheme, 0, scheme.length())) {
                return at + scheme.length();
            }
        }
        return at < text.length() && isQuote(text.charAt(at)) ? at + 1 : at;
    }

    private static int quotedEnd(String text, int from) {
        char quote = text.charAt(from - 1);
        for (int at = from; at < text.length() && text.charAt(at) != '\n'; at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == quote) {
                return at;
            }
        }
        return bareEnd(text, from);
    }

    private static int bareEnd(String text, int from) {
        int to = from;
        while (to < text.length() && text.charAt(to) > ' ' && "\"'`,;&)]}<".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return to;
    }

    // Not a reference to a secret, and not the words of a sentence ("token: expected").
    private static boolean isSecret(String text, int from, int to, boolean quoted, int sign) {
        char first = text.charAt(from);
        boolean reference =
                first == '$' || first == '%' || first == '*' || first == '[' || first == '{' || first == '<';
        if (reference || text.startsWith("null", from) || text.startsWith("//", from)) {
            return false;
        }
        boolean joined = text.charAt(sign) == '=' && from == sign + 1;
        // Of a value that ends in a mask, whose closing bracket ends it here, a token was taken out already.
        boolean masked = text.startsWith(Redaction.MASK, to - Redaction.MASK.length() + 1);
        return quoted || joined || (to - from >= SHORTEST_BARE && !masked && hasDigitOrSign(text, from, to));
    }

    private static boolean hasDigitOrSign(String text, int from, int to) {
        for (int i = from; i < to - 1; i++) {
            if (!Character.isLetter(text.charAt(i)) && "-.'".indexOf(text.charAt(i)) < 0) {
                return true;
            }
        }
        return Character.isDigit(text.charAt(to - 1));
    }

    private static boolean isNameCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }
}
