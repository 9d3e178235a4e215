package io.jenkins.plugins.compliance.engine.policy.tag;

/** A small text of policy (a selector, a cadence) has not the syntax. The message says what was found and what was expected. */
public final class PolicySyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int column;
    private final String problem;

    /**
     * @param column where in the text, in characters from 1
     * @param message what is wrong there
     */
    public PolicySyntaxException(int column, String message) {
        super(message);
        this.column = column;
        this.problem = message;
    }

    /** What was found and what was expected. */
    public String problem() {
        return problem;
    }

    /** Where in the text, in characters from 1. */
    public int column() {
        return column;
    }
}
