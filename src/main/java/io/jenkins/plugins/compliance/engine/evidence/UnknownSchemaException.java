package io.jenkins.plugins.compliance.engine.evidence;

/** A statement is of a later version than this program knows: it may be in order, and can't be judged. */
public final class UnknownSchemaException extends BrokenEnvelopeException {
    private static final long serialVersionUID = 1L;

    public UnknownSchemaException(long schema) {
        super("it is of schema " + schema + " and this program reads schema " + Statements.SCHEMA
                + ": use a newer version of it");
    }
}
