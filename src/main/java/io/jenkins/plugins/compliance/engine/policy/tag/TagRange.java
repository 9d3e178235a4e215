package io.jenkins.plugins.compliance.engine.policy.tag;

import io.jenkins.plugins.compliance.engine.policy.tag.Selector.Term;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the terms of a selector leave open for one tag: whether it may be absent, and which values it may have.
 *
 * @param absent whether it may be absent
 * @param finite whether {@code values} are the only ones allowed; otherwise they are the only ones forbidden
 * @param values the values
 */
record TagRange(boolean absent, boolean finite, Set<String> values) {
    private static final TagRange ANYTHING = new TagRange(true, false, Set.of());

    /** The range of each tag that a selector names. */
    static Map<String, TagRange> of(Selector selector) {
        Map<String, TagRange> ranges = new TreeMap<>();
        for (Term term : selector.terms()) {
            ranges.merge(term.key(), of(term), TagRange::and);
        }
        return ranges;
    }

    /** Whether no state of the tag is left. */
    boolean empty() {
        return !absent && finite && values.isEmpty();
    }

    /** Whether each state of the tag that the left selector allows is allowed by the right one, for every tag. */
    static boolean implies(Selector left, Selector right) {
        Map<String, TagRange> mine = of(left);
        for (Map.Entry<String, TagRange> other : of(right).entrySet()) {
            if (!mine.getOrDefault(other.getKey(), ANYTHING).within(other.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static TagRange of(Term term) {
        return switch (term.operator()) {
            case IN -> new TagRange(false, true, Set.copyOf(term.values()));
            case NOT_IN -> new TagRange(true, false, Set.copyOf(term.values()));
            case EXISTS -> new TagRange(false, false, Set.of());
            case ABSENT -> new TagRange(true, true, Set.of());
        };
    }

    private TagRange and(TagRange other) {
        boolean mayBeAbsent = absent && other.absent;
        if (!finite && !other.finite) {
            Set<String> forbidden = new HashSet<>(values);
            forbidden.addAll(other.values);
            return new TagRange(mayBeAbsent, false, forbidden);
        }
        TagRange bounded = finite ? this : other;
        TagRange second = finite ? other : this;
        Set<String> allowed = new HashSet<>(bounded.values);
        if (second.finite) {
            allowed.retainAll(second.values);
        } else {
            allowed.removeAll(second.values);
        }
        return new TagRange(mayBeAbsent, true, allowed);
    }

    private boolean within(TagRange other) {
        if (absent && !other.absent) {
            return false;
        }
        if (finite) {
            return other.finite
                    ? other.values.containsAll(values)
                    : values.stream().noneMatch(other.values::contains);
        }
        return !other.finite && values.containsAll(other.values);
    }
}
