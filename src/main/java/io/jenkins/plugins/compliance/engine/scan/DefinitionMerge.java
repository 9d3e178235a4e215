package io.jenkins.plugins.compliance.engine.scan;

import io.jenkins.plugins.compliance.engine.io.document.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Puts the fields of one definition over those of another, each keeping the place where it was written. */
final class DefinitionMerge {
    /** The fields that are taken key by key; every other one is replaced as a whole. */
    private static final Set<String> BY_KEY =
            Set.of("settings", "environment", "version", "report", "applies", "health");

    private DefinitionMerge() {}

    static Node.Mapping over(Node.Mapping base, Node.Mapping over) {
        return merge(base, over, true);
    }

    static Node.Mapping without(Node.Mapping mapping, String key) {
        return new Node.Mapping(
                mapping.entries().stream()
                        .filter(entry -> !entry.key().equals(key))
                        .toList(),
                mapping.at());
    }

    /** The definition with another value for each setting. */
    static Node.Mapping mapSettings(Node.Mapping definition, UnaryOperator<String> change) {
        List<Node.Entry> entries = definition.entries().stream()
                .map(entry -> entry.key().equals("settings") && entry.value() instanceof Node.Mapping settings
                        ? new Node.Entry(entry.key(), entry.keyAt(), mapValues(settings, change))
                        : entry)
                .toList();
        return new Node.Mapping(entries, definition.at());
    }

    private static Node mapValues(Node.Mapping settings, UnaryOperator<String> change) {
        List<Node.Entry> entries = settings.entries().stream()
                .map(entry -> entry.value() instanceof Node.Scalar scalar
                        ? new Node.Entry(
                                entry.key(),
                                entry.keyAt(),
                                new Node.Scalar(change.apply(scalar.text()), scalar.type(), scalar.at()))
                        : entry)
                .toList();
        return new Node.Mapping(entries, settings.at());
    }

    private static Node.Mapping merge(Node.Mapping base, Node.Mapping over, boolean top) {
        Map<String, Node.Entry> merged = new LinkedHashMap<>();
        base.entries().forEach(entry -> merged.put(entry.key(), entry));
        for (Node.Entry entry : over.entries()) {
            Node.Entry below = merged.get(entry.key());
            boolean both = top
                    && BY_KEY.contains(entry.key())
                    && below != null
                    && below.value() instanceof Node.Mapping
                    && entry.value() instanceof Node.Mapping;
            merged.put(
                    entry.key(),
                    both && below != null
                            ? new Node.Entry(
                                    entry.key(),
                                    entry.keyAt(),
                                    merge((Node.Mapping) below.value(), (Node.Mapping) entry.value(), false))
                            : entry);
        }
        return new Node.Mapping(List.copyOf(merged.values()), over.at());
    }
}
