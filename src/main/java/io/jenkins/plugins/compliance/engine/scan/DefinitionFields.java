package io.jenkins.plugins.compliance.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.NearestName;
import io.jenkins.plugins.compliance.engine.io.Node;
import io.jenkins.plugins.compliance.engine.io.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the fields of one mapping of a definition. Nothing in it throws: what is wrong becomes a problem, and reading goes on. */
final class DefinitionFields {
    private final Node.Mapping mapping;
    private final String what;
    private final List<ScanToolProblem> problems;

    /**
     * @param mapping the mapping
     * @param what what it defines, for messages
     * @param known the keys that it may have
     * @param problems takes what is wrong
     */
    DefinitionFields(Node.Mapping mapping, String what, List<String> known, List<ScanToolProblem> problems) {
        this.mapping = mapping;
        this.what = what;
        this.problems = problems;
        for (Node.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                problem(
                        entry.keyAt(),
                        "unknown key \"" + entry.key() + "\" in " + what + NearestName.hint(entry.key(), known)
                                + " Known: " + String.join(", ", known));
            }
        }
    }

    Position at() {
        return mapping.at();
    }

    /** Where the value of a key stands; where the mapping begins when it has none. */
    Position at(String key) {
        return mapping.get(key).map(Node::at).orElse(mapping.at());
    }

    boolean has(String key) {
        return mapping.get(key).isPresent();
    }

    void problem(Position at, String message) {
        problems.add(new ScanToolProblem(at, message));
    }

    /** A text that must be there and not be empty. */
    String required(String key) {
        String text = text(key, "");
        if (text.isEmpty()) {
            problem(at(key), what + " needs \"" + key + "\"");
        }
        return text;
    }

    /** A text, or the default when the key is not there. */
    String text(String key, String byDefault) {
        Node node = mapping.get(key).orElse(null);
        return node == null ? byDefault : scalar(node, "\"" + key + "\"");
    }

    /** {@code true} or {@code false}. */
    boolean flag(String key) {
        Node node = mapping.get(key).orElse(null);
        if (node == null) {
            return false;
        }
        if (node instanceof Node.Scalar scalar && scalar.type() == Node.ScalarType.BOOLEAN) {
            return scalar.text().equalsIgnoreCase("true");
        }
        problem(node.at(), "\"" + key + "\" must be true or false");
        return false;
    }

    /** A whole number of at least 0. */
    long count(String key) {
        Node node = mapping.get(key).orElse(null);
        if (node == null) {
            return 0;
        }
        String text = scalar(node, "\"" + key + "\"");
        if (text.matches("[0-9]{1,15}")) {
            return Long.parseLong(text);
        }
        problem(node.at(), "\"" + key + "\" must be a whole number, not \"" + text + "\"");
        return 0;
    }

    /** A list of texts; empty when the key is not there. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        Node node = mapping.get(key).orElse(null);
        if (node instanceof Node.Sequence sequence) {
            for (Node item : sequence.items()) {
                texts.add(scalar(item, "an item of \"" + key + "\""));
            }
        } else if (node != null) {
            problem(node.at(), "\"" + key + "\" must be a list");
        }
        return texts;
    }

    /** A mapping from names to texts; empty when the key is not there. */
    Map<String, String> pairs(String key) {
        Map<String, String> pairs = new LinkedHashMap<>();
        Node.Mapping node = mapping(key);
        if (node != null) {
            node.entries().forEach(entry -> pairs.put(entry.key(), scalar(entry.value(), "\"" + entry.key() + "\"")));
        }
        return pairs;
    }

    /** A mapping; null when the key is not there. */
    @CheckForNull
    Node.Mapping mapping(String key) {
        Node node = mapping.get(key).orElse(null);
        if (node == null || node instanceof Node.Mapping) {
            return (Node.Mapping) node;
        }
        problem(node.at(), "\"" + key + "\" must be a mapping of keys to values");
        return null;
    }

    private String scalar(Node node, String name) {
        if (node instanceof Node.Scalar scalar) {
            return scalar.text();
        }
        problem(node.at(), name + " must be a single value");
        return "";
    }
}
