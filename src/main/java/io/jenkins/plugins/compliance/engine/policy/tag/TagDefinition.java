package io.jenkins.plugins.compliance.engine.policy.tag;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A tag that a policy looks at, and what may be said with it.
 *
 * @param key the tag
 * @param title what it says of an application, for people
 * @param values what each value means, by value; empty when any value will do
 */
public record TagDefinition(String key, String title, SortedMap<String, String> values) {
    /** Takes a copy of the values. */
    public TagDefinition {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** Whether this value may be said. */
    public boolean allows(String value) {
        return values.isEmpty() || values.containsKey(value);
    }

    /**
     * This definition with what another one says of the same key; any value will do when it did for one of the two. The order
     * of the two makes no difference, as that of files must not: of two wordings, the one that sorts first is taken.
     */
    public TagDefinition and(TagDefinition other) {
        SortedMap<String, String> both = new TreeMap<>();
        if (!values.isEmpty() && !other.values.isEmpty()) {
            both.putAll(values);
            other.values.forEach((value, meaning) -> both.merge(value, meaning, TagDefinition::one));
        }
        String says = title.equals(key) ? other.title : other.title.equals(key) ? title : one(title, other.title);
        return new TagDefinition(key, says, both);
    }

    private static String one(String wording, String other) {
        return wording.compareTo(other) <= 0 ? wording : other;
    }
}
