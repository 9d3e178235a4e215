package io.jenkins.plugins.compliance.engine.io.document;

import io.jenkins.plugins.compliance.engine.io.Position;
import java.util.List;
import java.util.Optional;

/** A small document (a policy file, a waiver file, a signed statement) as a tree in which every node knows where it stands. */
public sealed interface Node {

    /** Where the node begins. */
    Position at();

    /** How a scalar was written. */
    enum ScalarType {
        /** Text, quoted or plain. */
        TEXT,
        /** A number. */
        NUMBER,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** {@code null}, {@code ~} or nothing. */
        NULL
    }

    /**
     * A single value.
     *
     * @param text the value as it was written, without quotes; empty for {@link ScalarType#NULL}
     * @param type how it was written
     * @param at where
     */
    record Scalar(String text, ScalarType type, Position at) implements Node {}

    /**
     * A list.
     *
     * @param items its items in order
     * @param at where
     */
    record Sequence(List<Node> items, Position at) implements Node {
        /** Takes a copy of the items. */
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /**
     * A mapping. Keys are unique: a document with a duplicate key is malformed.
     *
     * @param entries its entries in the order of the document
     * @param at where
     */
    record Mapping(List<Entry> entries, Position at) implements Node {
        /** Takes a copy of the entries. */
        public Mapping {
            entries = List.copyOf(entries);
        }

        /** The value under a key. */
        public Optional<Node> get(String key) {
            for (Entry entry : entries) {
                if (entry.key().equals(key)) {
                    return Optional.of(entry.value());
                }
            }
            return Optional.empty();
        }
    }

    /**
     * A key and its value.
     *
     * @param key the key
     * @param keyAt where the key stands
     * @param value the value
     */
    record Entry(String key, Position keyAt, Node value) {}
}
