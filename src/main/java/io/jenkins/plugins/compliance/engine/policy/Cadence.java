package io.jenkins.plugins.compliance.engine.policy;

import java.time.Period;

/** How fresh evidence must be to satisfy a procedure. */
public sealed interface Cadence {

    /** The evidence must come from the build that is judged (or the newest build, where a job is judged at a moment). */
    record EveryBuild() implements Cadence {
        @Override
        public String toString() {
            return "every-build";
        }
    }

    /**
     * The evidence may be as old as a calendar period.
     *
     * @param period the period, positive; counted in UTC
     * @param written as the pack writes it, for instance {@code monthly} or {@code P90D}
     */
    record Every(Period period, String written) implements Cadence {
        @Override
        public String toString() {
            return written;
        }
    }

    /** Once is enough; the evidence never gets stale of itself. */
    record Once() implements Cadence {
        @Override
        public String toString() {
            return "once";
        }
    }
}
