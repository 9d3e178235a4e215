package io.jenkins.plugins.compliance.engine.report.cwe;

/**
 * A statement that a finding is an instance of a weakness.
 *
 * @param cwe number in the Common Weakness Enumeration
 * @param basis who says so
 */
public record CweClaim(int cwe, Basis basis) implements Comparable<CweClaim> {

    /** Who says that a finding is of this weakness, strongest first. */
    public enum Basis {
        /** The tool, in a field of its format meant for it (a taxonomy, a {@code cwe} attribute). */
        FIELD,
        /** The tool, in a tag such as {@code external/cwe/cwe-079}. */
        TAG,
        /** The tool, in the text of a message such as {@code (CWE-120)}. */
        TEXT,
        /** Our table of rule ids: the tool states no weakness. */
        RULE
    }

    @Override
    public int compareTo(CweClaim other) {
        int byNumber = Integer.compare(cwe, other.cwe);
        return byNumber != 0 ? byNumber : basis.compareTo(other.basis);
    }
}
