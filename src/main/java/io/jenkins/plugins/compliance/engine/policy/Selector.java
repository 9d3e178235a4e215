package io.jenkins.plugins.compliance.engine.policy;

import java.util.List;

/**
 * A condition over tags in the syntax of Kubernetes label selectors (Kubernetes, "Labels and Selectors"): terms joined by
 * commas, all of which must hold.
 *
 * @param terms the terms; empty matches everything
 * @param written as the pack writes it
 */
public record Selector(List<Term> terms, String written) {
    /** Matches any tags. */
    public static final Selector EVERYTHING = new Selector(List.of(), "");

    /** Takes a copy of the terms. */
    public Selector {
        terms = List.copyOf(terms);
    }

    /** Whether all terms hold for these tags. */
    public boolean matches(Tags tags) {
        for (Term term : terms) {
            if (!term.matches(tags)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return written;
    }

    /**
     * One term.
     *
     * @param key the tag
     * @param operator the condition
     * @param values the values of {@code in} and {@code notin}; empty for the others
     */
    public record Term(String key, Operator operator, List<String> values) {
        /** Takes a copy of the values. */
        public Term {
            values = List.copyOf(values);
        }

        /** Whether it holds. As in Kubernetes, {@code notin} and {@code !=} hold where the tag is absent. */
        public boolean matches(Tags tags) {
            return switch (operator) {
                case IN -> tags.get(key).filter(values::contains).isPresent();
                case NOT_IN -> tags.get(key).filter(values::contains).isEmpty();
                case EXISTS -> tags.get(key).isPresent();
                case ABSENT -> tags.get(key).isEmpty();
            };
        }
    }

    /** The condition of a term. */
    public enum Operator {
        /** {@code key in (a, b)}, {@code key = a}, {@code key == a}. */
        IN,
        /** {@code key notin (a, b)}, {@code key != a}. */
        NOT_IN,
        /** {@code key}. */
        EXISTS,
        /** {@code !key}. */
        ABSENT
    }
}
