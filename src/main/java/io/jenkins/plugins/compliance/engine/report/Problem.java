package io.jenkins.plugins.compliance.engine.report;

/**
 * Something wrong with a report or stated by it.
 *
 * @param kind what sort of thing
 * @param where place in the report that a person can find: {@code runs[0].results[17]}, {@code line 12}; empty for the whole
 * @param message what is wrong, plain text
 */
public record Problem(Kind kind, String where, String message) {

    /** What sort of thing is wrong. */
    public enum Kind {
        /** One element can't be read; it was counted and left out, the rest was read. */
        BAD_ELEMENT,
        /** The tool itself says that it failed: an unsuccessful invocation, an entry in its error section. */
        TOOL_ERROR,
        /** The report refers to something that is not there, for instance an external property file. */
        MISSING_PART,
        /** The report ends early, is empty, is not well-formed or went over a limit: it is incomplete. */
        INCOMPLETE,
        /** Odd, but nothing is lost. */
        NOTE
    }

    @Override
    public String toString() {
        return where.isEmpty() ? message : where + ": " + message;
    }
}
