package io.jenkins.plugins.compliance.engine.policy.pack;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The syntax of the ids of requirements, and how the ids of OSCAL controls are written by people. */
final class ControlIds {
    private static final int LONGEST = 100;
    private static final Pattern NIST = Pattern.compile("([a-z]{2}-[0-9]{1,4})(?:\\.([0-9]{1,4}))?");

    static final String SYNTAX = "1 to 100 letters, digits or one of . - _ ( ) [ ] + : ,";

    private ControlIds() {}

    /** Whether a text can be the id of a requirement: no white space and nothing that has a meaning in policy. */
    static boolean valid(String id) {
        return !id.isEmpty()
                && id.length() <= LONGEST
                && id.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || ".-_()[]+:,".indexOf(c) >= 0);
    }

    /** {@code SA-11(1)} for {@code sa-11.1}; an id of another scheme stays as it is. */
    static String written(String oscalId) {
        Matcher nist = oscalId.length() <= LONGEST ? NIST.matcher(oscalId) : null;
        if (nist == null || !nist.matches()) {
            return oscalId;
        }
        String control = nist.group(1).toUpperCase(Locale.ROOT);
        return nist.group(2) == null ? control : control + "(" + nist.group(2) + ")";
    }
}
