package io.jenkins.plugins.compliance.config.tools;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds the tree that the engine reads a definition from. What is empty is left out. */
final class DefinitionNode {
    private final Position at;
    private final List<Node.Entry> entries = new ArrayList<>();

    DefinitionNode(Position at) {
        this.at = at;
    }

    DefinitionNode text(String key, @CheckForNull String value) {
        String text = Util.fixEmptyAndTrim(value);
        return text == null ? this : put(key, scalar(text, Node.ScalarType.TEXT));
    }

    DefinitionNode flag(String key, boolean value) {
        return value ? put(key, scalar("true", Node.ScalarType.BOOLEAN)) : this;
    }

    DefinitionNode count(String key, int value) {
        return value == 0 ? this : put(key, scalar(String.valueOf(value), Node.ScalarType.NUMBER));
    }

    DefinitionNode list(String key, List<String> values) {
        List<Node> items = new ArrayList<>();
        values.forEach(value -> items.add(scalar(value, Node.ScalarType.TEXT)));
        return values.isEmpty() ? this : put(key, new Node.Sequence(items, at));
    }

    DefinitionNode pairs(String key, Map<String, String> values) {
        DefinitionNode inner = new DefinitionNode(at);
        values.forEach((name, value) -> inner.put(name, scalar(value, Node.ScalarType.TEXT)));
        return inner(key, inner);
    }

    DefinitionNode inner(String key, DefinitionNode inner) {
        return inner.entries.isEmpty() ? this : put(key, inner.node());
    }

    DefinitionNode nodes(String key, List<Node> items) {
        return put(key, new Node.Sequence(items, at));
    }

    Node.Mapping node() {
        return new Node.Mapping(entries, at);
    }

    private DefinitionNode put(String key, Node value) {
        entries.add(new Node.Entry(key, at, value));
        return this;
    }

    private Node scalar(String text, Node.ScalarType type) {
        return new Node.Scalar(text, type, at);
    }
}
