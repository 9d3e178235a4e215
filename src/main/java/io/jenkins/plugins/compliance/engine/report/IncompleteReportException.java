package io.jenkins.plugins.compliance.engine.report;

import java.io.IOException;

/** A report is well-formed but not whole: what its format says must be there is not. It must not count as a clean scan. */
public final class IncompleteReportException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message what is missing, and what that means */
    public IncompleteReportException(String message) {
        super(message);
    }
}
