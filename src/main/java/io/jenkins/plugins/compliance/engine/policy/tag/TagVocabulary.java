package io.jenkins.plugins.compliance.engine.policy.tag;

import io.jenkins.plugins.compliance.engine.io.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tags that a policy defines, to find the ones that were mistyped: {@code exposure=internt} would quietly make an internal
 * service of one that the whole internet reaches.
 */
public final class TagVocabulary {
    private final Map<String, TagDefinition> byKey;

    private TagVocabulary(Map<String, TagDefinition> byKey) {
        this.byKey = byKey;
    }

    /**
     * What a policy defines.
     *
     * @param tags the tags of the policy; a policy that defines no tag takes any
     */
    public static TagVocabulary of(List<TagDefinition> tags) {
        return new TagVocabulary(tags.stream().collect(Collectors.toMap(TagDefinition::key, Function.identity())));
    }

    /** What is wrong with these tags, a sentence each: a value that the policy does not know. */
    public List<String> mistakes(Tags tags) {
        return tags.values().entrySet().stream()
                .flatMap(each -> mistake(each.getKey(), each.getValue()).stream())
                .toList();
    }

    /** What a selector asks for that the policy does not know, a sentence each; nothing when the policy defines no tag. */
    public List<String> mistakes(Selector selector) {
        return byKey.isEmpty()
                ? List.of()
                : selector.terms().stream().flatMap(this::mistakes).toList();
    }

    private Stream<String> mistakes(Selector.Term term) {
        if (!byKey.containsKey(term.key())) {
            return Stream.of(
                    "the policy does not define the tag " + term.key() + NearestName.hint(term.key(), byKey.keySet()));
        }
        return term.values().stream()
                .filter(value -> !value.isEmpty())
                .flatMap(value -> mistake(term.key(), value).stream());
    }

    /** What is perhaps wrong with these tags, a sentence each: a key that the policy does not know, and that is nearly one of its own. */
    public List<String> doubts(Tags tags) {
        return tags.values().keySet().stream()
                .flatMap(each -> doubt(each).stream())
                .toList();
    }

    private Optional<String> mistake(String key, String value) {
        TagDefinition tag = byKey.get(key);
        if (tag == null || tag.allows(value)) {
            return Optional.empty();
        }
        Set<String> known = tag.values().keySet();
        return Optional.of(
                "the tag " + key + "=" + value + " has a value that the policy does not know, expected one of "
                        + String.join(", ", known) + NearestName.hint(value, known));
    }

    private Optional<String> doubt(String key) {
        return byKey.containsKey(key)
                ? Optional.empty()
                : NearestName.of(key, byKey.keySet())
                        .map(near -> "the policy does not look at the tag " + key + "; did you mean " + near + "?");
    }
}
