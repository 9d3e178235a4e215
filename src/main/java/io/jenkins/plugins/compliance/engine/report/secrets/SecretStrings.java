package io.jenkins.plugins.compliance.engine.report.secrets;

import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.cwe.RuleWeaknesses;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import java.util.Locale;

/**
 * Masks what looks random in the messages of rules that look for secrets: quoted strings, and long bare ones. In messages of other
 * rules such strings are names, hashes and paths, and stay.
 */
final class SecretStrings {
    private static final String[] WORDS = {
        "secret", "password", "passwd", "credential", "token", "apikey", "api-key", "api_key", "private-key"
    };
    private static final int SHORTEST_QUOTED = 8;
    private static final int SHORTEST_BARE = 16;
    private static final double RANDOM_QUOTED = 2.5;
    private static final double RANDOM_BARE = 3.2;

    private SecretStrings() {}

    /** Whether a finding is of a rule that looks for secrets. */
    static boolean looksForSecrets(Finding finding) {
        for (CweClaim claim : finding.cwes()) {
            if (isOfSecrets(claim.cwe())) {
                return true;
            }
        }
        for (CweClaim claim : RuleWeaknesses.of(finding.tool(), finding.rule())) {
            if (isOfSecrets(claim.cwe())) {
                return true;
            }
        }
        String rule = finding.rule().toLowerCase(Locale.ROOT);
        for (String word : WORDS) {
            if (rule.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfSecrets(int cwe) {
        return switch (cwe) {
            case 259, 312, 321, 522, 540, 798 -> true;
            default -> false;
        };
    }

    /**
     * The text with random strings masked; the same object when there are none.
     *
     * @param text the text
     * @param known a text whose parts stay, such as the path of the finding
     */
    static String masked(String text, String known) {
        StringBuilder masked = null;
        int copied = 0;
        int at = 0;
        while (at < text.length()) {
            if (!isSecretCharacter(text.charAt(at))) {
                at++;
                continue;
            }
            int to = at;
            while (to < text.length() && isSecretCharacter(text.charAt(to))) {
                to++;
            }
            boolean quoted = at > 0 && to < text.length() && isQuote(text.charAt(at - 1)) && isQuote(text.charAt(to));
            if (isRandom(text, at, to, quoted) && !known.contains(text.substring(at, to))) {
                masked = masked == null ? new StringBuilder(text.length()) : masked;
                masked.append(text, copied, at).append(Redaction.MASK);
                copied = to;
            }
            at = to;
        }
        return masked == null
                ? text
                : masked.append(text, copied, text.length()).toString();
    }

    private static boolean isRandom(String text, int from, int to, boolean quoted) {
        int length = to - from;
        return length >= (quoted ? SHORTEST_QUOTED : SHORTEST_BARE)
                && entropy(text, from, to) >= (quoted ? RANDOM_QUOTED : RANDOM_BARE);
    }

    // Shannon's, in bits a character.
    private static double entropy(String text, int from, int to) {
        int[] counts = new int[128];
        for (int i = from; i < to; i++) {
            counts[text.charAt(i)]++;
        }
        double entropy = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / (to - from);
                entropy -= share * Math.log(share) / Math.log(2);
            }
        }
        return entropy;
    }

    // Anything in ASCII but white space, quotes, brackets and separators of lists.
    private static boolean isSecretCharacter(char c) {
        return c > ' ' && c < 127 && !isQuote(c) && "()<>[]{},;".indexOf(c) < 0;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }
}
