package io.jenkins.plugins.compliance.engine.io;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;

/** Input went over one of the {@link Limits}. What was read up to there is incomplete and must not count as evidence. */
public final class LimitExceededException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String limit;
    private final long bound;

    @CheckForNull
    private final transient Position where;

    /**
     * @param limit the component of {@link Limits} that was exceeded, for instance {@code reportBytes}
     * @param bound its value
     */
    public LimitExceededException(String limit, long bound) {
        super("over the limit " + limit + " of " + bound);
        this.limit = limit;
        this.bound = bound;
        this.where = null;
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
        this.where = where;
    }

    /** The component of {@link Limits} that was exceeded. */
    public String limit() {
        return limit;
    }

    /** Where in the input it was exceeded; null when that is not known. */
    @CheckForNull
    public Position where() {
        return where;
    }

    /** The value of that component. */
    public long bound() {
        return bound;
    }
}
