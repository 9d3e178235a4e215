package io.jenkins.plugins.compliance.engine.policy.pack;

import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblems;
import java.util.Locale;
import java.util.Optional;

/** Reads numbers of the Common Weakness Enumeration: {@code 89} or {@code CWE-89}. */
final class CweNumber {
    private CweNumber() {}

    static Optional<Integer> number(String text, Position at, DocumentProblems log) {
        String digits = text.toUpperCase(Locale.ROOT).startsWith("CWE-") ? text.substring(4) : text;
        boolean number =
                !digits.isEmpty() && digits.length() <= 6 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (number && Integer.parseInt(digits) > 0) {
            return Optional.of(Integer.parseInt(digits));
        }
        log.error(
                "wrong-value",
                at,
                "found " + DocumentProblems.quoted(text) + ", expected the number of a weakness, such as 89 or CWE-89");
        return Optional.empty();
    }
}
