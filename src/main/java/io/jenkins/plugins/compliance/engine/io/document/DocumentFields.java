package io.jenkins.plugins.compliance.engine.io.document;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.Node.Mapping;
import io.jenkins.plugins.compliance.engine.io.document.Node.Scalar;
import io.jenkins.plugins.compliance.engine.io.document.Node.ScalarType;
import io.jenkins.plugins.compliance.engine.io.document.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes a mapping of a document that people write (policy, waivers, scan tools) apart. What is missing, of the wrong type or
 * unknown goes to the log, and reading goes on with the fallback: one reading finds every mistake.
 */
public final class DocumentFields {
    private static final String ID_SYNTAX =
            "1 to 100 lower-case letters, digits, hyphens and dots, beginning and ending with a letter or digit";

    private final Mapping mapping;
    private final String what;
    private final DocumentProblems log;
    private final Set<String> known = new LinkedHashSet<>();

    private DocumentFields(Mapping mapping, String what, DocumentProblems log) {
        this.mapping = mapping;
        this.what = what;
        this.log = log;
    }

    /**
     * The fields of a mapping; empty, and a mistake in the log, when the node is none.
     *
     * @param what what the mapping describes, for messages, for instance {@code procedure}
     * @param log takes the mistakes
     */
    public static Optional<DocumentFields> of(Node node, String what, DocumentProblems log) {
        if (node instanceof Mapping mapping) {
            return Optional.of(new DocumentFields(mapping, what, log));
        }
        log.error("wrong-type", node.at(), "found " + kind(node) + ", expected a mapping for the " + what);
        return Optional.empty();
    }

    /** Where the mapping begins. */
    public Position at() {
        return mapping.at();
    }

    /** Where the value of a key stands; the mapping itself when the key is absent. */
    public Position at(String key) {
        return mapping.get(key).map(Node::at).orElse(mapping.at());
    }

    /** Whether a key is there, whatever its value. */
    public boolean has(String key) {
        known.add(key);
        return mapping.get(key).isPresent();
    }

    /** The value of a key; null when it is absent. */
    @CheckForNull
    public Node node(String key) {
        known.add(key);
        return mapping.get(key).orElse(null);
    }

    /** A text that must be there; empty when it is not. */
    public String text(String key) {
        Node node = node(key);
        if (node == null) {
            missing(key);
            return "";
        }
        String text = text(node, key);
        if (text != null && text.isBlank()) {
            log.error("wrong-value", node.at(), "found nothing, expected the " + key + " of the " + what);
        }
        return text == null ? "" : text;
    }

    /** A text that may be absent. */
    public String text(String key, String fallback) {
        String text = optionalText(key);
        return text == null ? fallback : text;
    }

    /** A text that may be absent, and is null then. */
    @CheckForNull
    public String optionalText(String key) {
        Node node = node(key);
        return node == null ? null : text(node, key);
    }

    /** An id that must be there. */
    public Optional<String> id() {
        String id = text("id");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        if (!isId(id)) {
            log.error(
                    "wrong-value", at("id"), "found the id " + DocumentProblems.quoted(id) + ", expected " + ID_SYNTAX);
        }
        return Optional.of(id);
    }

    /** Whether a text has the syntax of an id. */
    public static boolean isId(String id) {
        if (id.length() > 100) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean inner = i > 0 && i < id.length() - 1;
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || inner && (c == '-' || c == '.'))) {
                return false;
            }
        }
        return true;
    }

    /** A whole number that is not less than another; the fallback when it is absent. */
    public int number(String key, int fallback, int least) {
        Node node = node(key);
        return node == null ? fallback : number(node, key, fallback, least);
    }

    /** A node as a whole number that is not less than another. */
    public int number(Node node, String key, int fallback, int least) {
        if (node instanceof Scalar scalar && scalar.type() == ScalarType.NUMBER) {
            try {
                int number = Integer.parseInt(scalar.text());
                if (number >= least) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // said below, as for a number that is too small
            }
        }
        log.error(
                "wrong-value",
                node.at(),
                "found " + shown(node) + ", expected " + key + " to be a whole number from " + least + " to "
                        + Integer.MAX_VALUE);
        return fallback;
    }

    /** {@code true} or {@code false}; the fallback when it is absent. */
    public boolean flag(String key, boolean fallback) {
        Node node = node(key);
        if (node == null) {
            return fallback;
        }
        if (node instanceof Scalar scalar && scalar.type() == ScalarType.BOOLEAN) {
            return Boolean.parseBoolean(scalar.text());
        }
        log.error("wrong-type", node.at(), "found " + shown(node) + ", expected " + key + " to be true or false");
        return fallback;
    }

    /**
     * One of a closed set of words.
     *
     * @param of the value that a word stands for
     * @param words the words, for messages
     * @param absent the value when the key is absent; null when it must not be
     * @param fallback the value when there is a mistake
     */
    public <T> T word(
            String key, Function<String, Optional<T>> of, List<String> words, @CheckForNull T absent, T fallback) {
        Node node = node(key);
        if (node == null) {
            if (absent == null) {
                missing(key);
                return fallback;
            }
            return absent;
        }
        String text = text(node, key);
        if (text == null) {
            return fallback;
        }
        Optional<T> value = of.apply(text);
        if (value.isEmpty()) {
            log.unknown("unknown-word", node.at(), "one of " + String.join(", ", words), text, words);
        }
        return value.orElse(fallback);
    }

    /** The items of a list that may be absent. */
    public List<Node> list(String key) {
        Node node = node(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof Sequence sequence) {
            return sequence.items();
        }
        log.error("wrong-type", node.at(), "found " + kind(node) + ", expected " + key + " to be a list");
        return List.of();
    }

    /** The texts of a list that may be absent. */
    public List<Located<String>> texts(String key) {
        List<Located<String>> texts = new ArrayList<>();
        for (Node item : list(key)) {
            String text = text(item, "an item of " + key);
            if (text != null) {
                texts.add(new Located<>(text, item.at()));
            }
        }
        return texts;
    }

    /** The texts of a list that may be absent, without their places. */
    public List<String> plainTexts(String key) {
        return texts(key).stream().map(Located::value).toList();
    }

    /** The texts of a mapping under a key, whose keys are data; empty when it is absent. */
    public Map<String, String> pairs(String key) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (Node.Entry entry : entries(key)) {
            String text = text(entry.value(), entry.key());
            pairs.put(entry.key(), text == null ? "" : text);
        }
        return pairs;
    }

    /** A mapping under a key; empty when it is absent. */
    public Optional<DocumentFields> fields(String key, String whatInside) {
        Node node = node(key);
        return node == null ? Optional.empty() : of(node, whatInside, log);
    }

    /** The entries of a mapping under a key, whose keys are data. */
    public List<Node.Entry> entries(String key) {
        Node node = node(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof Mapping inner) {
            return inner.entries();
        }
        log.error("wrong-type", node.at(), "found " + kind(node) + ", expected " + key + " to be a mapping");
        return List.of();
    }

    /** Reports keys that nobody asked for. */
    public void finish() {
        for (Node.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                log.error(
                        "unknown-key",
                        entry.keyAt(),
                        "found the key " + DocumentProblems.quoted(entry.key()) + ", expected a key of the " + what
                                + ": " + String.join(", ", known),
                        log.nearest(entry.key(), known));
            }
        }
    }

    /** Reports that a key is absent. */
    public void missing(String key) {
        log.error("missing-key", mapping.at(), "found no " + key + ", expected the " + what + " to have one");
    }

    /** Reports a mistake. */
    public void error(String code, Position at, String message) {
        log.error(code, at, message);
    }

    /** A node as text; null, and a mistake in the log, when it is none. */
    @CheckForNull
    public String text(Node node, String key) {
        if (node instanceof Scalar scalar && scalar.type() != ScalarType.NULL) {
            if (DisplayText.hasControls(scalar.text())) {
                log.error("wrong-value", node.at(), "found control characters in " + key + ", expected plain text");
            }
            return scalar.text();
        }
        log.error("wrong-type", node.at(), "found " + kind(node) + ", expected " + key + " to be text");
        return null;
    }

    /** A node in a message: its text when it has one, else what sort of node it is. */
    public static String shown(Node node) {
        return node instanceof Scalar scalar && scalar.type() != ScalarType.NULL
                ? DocumentProblems.quoted(scalar.text())
                : kind(node);
    }

    private static String kind(Node node) {
        if (node instanceof Mapping) {
            return "a mapping";
        }
        if (node instanceof Sequence) {
            return "a list";
        }
        return node instanceof Scalar scalar && scalar.type() == ScalarType.NULL ? "nothing" : "a single value";
    }
}
