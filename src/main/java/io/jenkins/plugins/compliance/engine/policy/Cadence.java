package io.jenkins.plugins.compliance.engine.policy;

import io.jenkins.plugins.compliance.engine.policy.tag.PolicySyntaxException;
import java.time.Period;

/** How fresh evidence must be to satisfy a procedure. */
public sealed interface Cadence {

    /**
     * Reads a cadence as policy writes it: {@code every-build}, {@code daily}, {@code weekly}, {@code monthly},
     * {@code quarterly}, {@code yearly}, {@code once}, {@code every 90 days} or a period of ISO 8601 such as {@code P90D}.
     *
     * @throws PolicySyntaxException when the text is no cadence
     */
    static Cadence parse(String text) {
        return CadenceParser.parse(text);
    }

    /** The one form that equal cadences share: {@code every-build}, {@code once}, or an ISO 8601 period. */
    default String canonical() {
        return this instanceof Every every ? every.period().normalized().toString() : toString();
    }

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
