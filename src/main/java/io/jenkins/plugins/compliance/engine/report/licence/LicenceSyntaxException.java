package io.jenkins.plugins.compliance.engine.report.licence;

/** A text is no expression. */
final class LicenceSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean limit;

    /**
     * @param message what is wrong
     * @param limit whether it is over a limit, so that nobody knows whether it is an expression
     */
    LicenceSyntaxException(String message, boolean limit) {
        super(message, null, false, false);
        this.limit = limit;
    }

    boolean limit() {
        return limit;
    }
}
