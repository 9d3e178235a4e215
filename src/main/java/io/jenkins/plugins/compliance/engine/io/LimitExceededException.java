package io.jenkins.plugins.compliance.engine.io;

import java.io.IOException;

/** Input went over one of the {@link Limits}. What was read up to there is incomplete and must not count as evidence. */
public final class LimitExceededException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String limit;
    private final long bound;

    /**
     * @param limit the component of {@link Limits} that was exceeded, for instance {@code reportBytes}
     * @param bound its value
     */
    public LimitExceededException(String limit, long bound) {
        super("over the limit " + limit + " of " + bound);
        this.limit = limit;
        this.bound = bound;
    }

    /**
     * @param limit the component of {@link Limits} that was exceeded
     * @param bound its value
     * @param where where in the input it was exceeded
     */
    public LimitExceededException(String limit, long bound, Position where) {
        super(where + ": over the limit " + limit + " of " + bound);
        this.limit = limit;
        this.bound = bound;
    }

    /** The component of {@link Limits} that was exceeded. */
    public String limit() {
        return limit;
    }

    /** The value of that component. */
    public long bound() {
        return bound;
    }
}
