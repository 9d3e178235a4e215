package io.jenkins.plugins.compliance.engine.report.secrets;

/** Recognises tokens that say by their shape that they are secrets: keys of clouds, code hosts, payment, mail and package services. */
final class SecretTokens {
    /** No token of these shapes is shorter. */
    static final int SHORTEST = 20;

    /** No run of their characters in a row is shorter: what comes before a dot is no part of it. */
    private static final int SHORTEST_RUN = 12;

    private static final Shape[] SHAPES = {
        new Shape("AKIA", 16),
        new Shape("ASIA", 16),
        new Shape("AROA", 16),
        new Shape("AIDA", 16),
        new Shape("AGPA", 16),
        new Shape("AIPA", 16),
        new Shape("ANPA", 16),
        new Shape("ANVA", 16),
        new Shape("ABIA", 16),
        new Shape("ACCA", 16),
        new Shape("ghp_", 30),
        new Shape("gho_", 30),
        new Shape("ghu_", 30),
        new Shape("ghs_", 30),
        new Shape("ghr_", 30),
        new Shape("github_pat_", 22),
        new Shape("glpat-", 16),
        new Shape("gldt-", 16),
        new Shape("glrt-", 16),
        new Shape("glptt-", 16),
        new Shape("glcbt-", 16),
        new Shape("gloas-", 16),
        new Shape("xoxa-", 15),
        new Shape("xoxb-", 15),
        new Shape("xoxe-", 15),
        new Shape("xoxp-", 15),
        new Shape("xoxr-", 15),
        new Shape("xoxs-", 15),
        new Shape("xapp-", 15),
        new Shape("AIza", 33),
        new Shape("GOCSPX-", 20),
        new Shape("sk_live_", 12),
        new Shape("sk_test_", 12),
        new Shape("rk_live_", 12),
        new Shape("rk_test_", 12),
        new Shape("whsec_", 20),
        new Shape("sk-proj-", 16),
        new Shape("sk-ant-", 16),
        new Shape("sk-", 32),
        new Shape("npm_", 30),
        new Shape("pypi-", 40),
        new Shape("rubygems_", 32),
        new Shape("dckr_pat_", 20),
        new Shape("hf_", 30),
        new Shape("dop_v1_", 32),
        new Shape("doo_v1_", 32),
        new Shape("dor_v1_", 32),
        new Shape("shpat_", 32),
        new Shape("shpca_", 32),
        new Shape("shppa_", 32),
        new Shape("shpss_", 32),
        new Shape("dapi", 32),
        new Shape("lin_api_", 32),
        new Shape("ATATT3", 40),
        new Shape("NRAK-", 24),
        new Shape("PMAK-", 30),
        new Shape("pscale_", 20),
        new Shape("key-", 32),
        new Shape("SK", 32),
        new Shape("AC", 32),
        new Shape("sq0atp-", 20),
        new Shape("sq0csp-", 30),
        new Shape("AGE-SECRET-KEY-", 40),
        new Shape("EAACEdEose0cBA", 10),
        new Shape("hvs-", 20),
        new Shape("r8_", 32),
        new Shape("sntrys_", 30),
        new Shape("phc_", 30),
        new Shape("tfp_", 30),
    };

    /** Prefixes that end in a dot, which is no part of the run that follows. */
    private static final String[] DOTTED = {"SG.", "hvs.", "hvb.", "ya29.", "dp.pt.", "dp.st."};

    private SecretTokens() {}

    /**
     * A shape.
     *
     * @param prefix how it begins
     * @param rest how many characters follow at least
     */
    private record Shape(String prefix, int rest) {
        boolean fits(String text, int from, int to) {
            return to - from >= prefix.length() + rest
                    && text.startsWith(prefix, from)
                    && (Character.isLowerCase(prefix.charAt(prefix.length() - 1))
                            || !Character.isLetter(prefix.charAt(prefix.length() - 1))
                            || isUpperOrHex(text, from + prefix.length(), to));
        }

        // Prefixes of capitals alone are common beginnings of words: what follows must be of the service's alphabet.
        private static boolean isUpperOrHex(String text, int from, int to) {
            boolean upper = true;
            boolean hex = true;
            boolean digit = false;
            for (int i = from; i < to; i++) {
                char c = text.charAt(i);
                boolean isDigit = c >= '0' && c <= '9';
                digit |= isDigit;
                upper &= isDigit || (c >= 'A' && c <= 'Z');
                hex &= isDigit || (c >= 'a' && c <= 'f');
            }
            return digit && (upper || hex);
        }
    }

    /** The text with such tokens masked; the same object when there are none. */
    static String masked(String text) {
        StringBuilder masked = null;
        int copied = 0;
        for (int at = SHORTEST_RUN - 1; at < text.length(); ) {
            // Every run of that length covers one of these places.
            if (!isTokenCharacter(text.charAt(at))) {
                at += SHORTEST_RUN;
                continue;
            }
            int from = runStart(text, at, copied);
            int to = runEnd(text, at);
            int end = secretEnd(text, from, to);
            if (end > 0) {
                masked = masked == null ? new StringBuilder(text.length()) : masked;
                // What looks like the beginning of this token may be the end of the one before, which is gone already,
                // or was part of a run that is a token without it.
                int begin = Math.max(copied, from - dottedPrefix(text, from));
                int cut = runStart(text, begin, copied);
                if (secretEnd(text, cut, begin) > 0) {
                    masked.append(text, copied, Math.max(copied, cut - dottedPrefix(text, cut)))
                            .append(Redaction.MASK);
                } else {
                    masked.append(text, copied, begin);
                }
                masked.append(Redaction.MASK);
                copied = end;
                to = end;
            }
            at = to + SHORTEST_RUN;
        }
        return masked == null
                ? text
                : masked.append(text, copied, text.length()).toString();
    }

    /** Whether a character can be part of a token. */
    static boolean isTokenCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    private static int runStart(String text, int at, int least) {
        int from = at;
        while (from > least && isTokenCharacter(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    private static int runEnd(String text, int at) {
        int to = at + 1;
        while (to < text.length() && isTokenCharacter(text.charAt(to))) {
            to++;
        }
        return to;
    }

    // Where the secret ends; -1 when there is none.
    private static int secretEnd(String text, int from, int to) {
        if (to - from < SHORTEST_RUN) {
            return -1;
        }
        if (text.startsWith("eyJ", from)) {
            return jsonWebTokenEnd(text, to);
        }
        if (dottedPrefix(text, from) > 0) {
            return text.length() > to && text.charAt(to) == '.' ? runEnd(text, to) : to;
        }
        for (Shape shape : SHAPES) {
            if (shape.fits(text, from, to)) {
                return to;
            }
        }
        return -1;
    }

    private static int dottedPrefix(String text, int from) {
        for (String prefix : DOTTED) {
            if (from >= prefix.length() && text.startsWith(prefix, from - prefix.length())) {
                return prefix.length();
            }
        }
        return 0;
    }

    // Header, payload and signature in base64url, the first two of JSON objects (RFC 7519).
    private static int jsonWebTokenEnd(String text, int headerEnd) {
        int end = headerEnd;
        int parts = 1;
        while (parts < 3
                && end + 1 < text.length()
                && text.charAt(end) == '.'
                && isTokenCharacter(text.charAt(end + 1))) {
            end = runEnd(text, end + 1);
            parts++;
        }
        return parts > 1 ? end : -1;
    }
}
