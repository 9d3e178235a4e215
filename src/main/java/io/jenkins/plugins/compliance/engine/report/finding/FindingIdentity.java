package io.jenkins.plugins.compliance.engine.report.finding;

/**
 * What a report says by which a finding can be recognised again after lines have moved. Made by readers, turned into
 * {@link Finding#fingerprint()} by {@link Fingerprints}.
 *
 * @param basis what sort of statement
 * @param value the statement; empty for {@link Basis#NONE}
 */
public record FindingIdentity(Basis basis, String value) {
    /** The report says nothing beyond rule, place and message. */
    public static final FindingIdentity NONE = new FindingIdentity(Basis.NONE, "");

    /** What a finding is recognised by. */
    public enum Basis {
        /** The tool states an identity that holds by itself, whatever the path or the message. */
        STATED,
        /** The tool states a part of an identity, such as a hash of the line; with rule and path it is one. */
        PARTIAL,
        /** The text of the code that the finding is about. */
        CONTEXT,
        /** Nothing. */
        NONE
    }

    /** An identity that the tool states and that holds by itself. */
    public static FindingIdentity stated(String value) {
        return value.isEmpty() ? NONE : new FindingIdentity(Basis.STATED, value);
    }

    /** A part of an identity that the tool states, such as a hash of the line: no line number in it. */
    public static FindingIdentity partial(String value) {
        return value.isEmpty() ? NONE : new FindingIdentity(Basis.PARTIAL, value);
    }

    /** The code that the finding is about, as the report quotes it. */
    public static FindingIdentity context(String snippet) {
        return snippet.isBlank() ? NONE : new FindingIdentity(Basis.CONTEXT, snippet);
    }
}
