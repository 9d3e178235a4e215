package io.jenkins.plugins.compliance.engine.policy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.Position;
import java.util.Comparator;
import java.util.Locale;

/**
 * A mistake in a policy pack.
 *
 * @param level how bad it is
 * @param code what sort of mistake, one of those listed in {@code docs/policy-packs.md}
 * @param at where
 * @param message what was found and what was expected, one sentence
 * @param hint what was probably meant, for instance the nearest known id; null when there is none
 */
public record PolicyProblem(
        Level level,
        String code,
        Position at,
        String message,
        @CheckForNull String hint) implements Comparable<PolicyProblem> {

    private static final Comparator<PolicyProblem> ORDER = Comparator.comparing(PolicyProblem::at)
            .thenComparing(PolicyProblem::level)
            .thenComparing(PolicyProblem::code)
            .thenComparing(PolicyProblem::message);

    /** How bad a mistake is. */
    public enum Level {
        /** The pack can't be used, or does not say what its authors mean. */
        ERROR,
        /** The pack can be used; somebody should look. */
        WARNING;

        /** The word in output. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public int compareTo(PolicyProblem other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column: error: message (hint) [code]}. */
    @Override
    public String toString() {
        return at + ": " + level.id() + ": " + message + (hint == null ? "" : " (" + hint + ")") + " [" + code + "]";
    }
}
