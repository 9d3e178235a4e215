package io.jenkins.plugins.compliance.engine.policy.tag;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

    /**
     * Reads a selector as policy writes it; an empty one matches everything.
     *
     * @throws PolicySyntaxException when the text is not a selector
     */
    public static Selector parse(String text) {
        return SelectorParser.parse(text);
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

    /** Whether there are tags that it matches: {@code a=b, a!=b} has none. */
    public boolean canMatch() {
        return TagRange.of(this).values().stream().noneMatch(TagRange::empty);
    }

    /** Whether whatever this matches is matched by the other too. A selector that can't match anything implies every other. */
    public boolean implies(Selector other) {
        return !canMatch() || TagRange.implies(this, other);
    }

    /**
     * The selector in the one form that equal selectors share: terms sorted and without repetition, values sorted, {@code =}
     * for a single value.
     */
    public String canonical() {
        return terms.stream().map(Term::canonical).sorted().distinct().collect(Collectors.joining(", "));
    }

    /** As the pack writes it. */
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

        private String canonical() {
            TreeSet<String> sorted = new TreeSet<>(values);
            boolean single = sorted.size() == 1;
            String list = "(" + String.join(", ", sorted) + ")";
            return switch (operator) {
                case IN -> single ? key + "=" + sorted.first() : key + " in " + list;
                case NOT_IN -> single ? key + "!=" + sorted.first() : key + " notin " + list;
                case EXISTS -> key;
                case ABSENT -> "!" + key;
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
