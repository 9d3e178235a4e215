package io.jenkins.plugins.compliance.engine.policy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.Node;
import io.jenkins.plugins.compliance.engine.io.Node.Mapping;
import io.jenkins.plugins.compliance.engine.io.Node.Scalar;
import io.jenkins.plugins.compliance.engine.io.Node.ScalarType;
import io.jenkins.plugins.compliance.engine.io.Node.Sequence;
import io.jenkins.plugins.compliance.engine.io.Position;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes a mapping of a pack apart. What is missing, of the wrong type or unknown goes to the log, and reading goes on with the
 * fallback.
 */
public final class Fields {
    private static final String ID_SYNTAX =
            "1 to 100 lower-case letters, digits, hyphens and dots, beginning and ending with a letter or digit";

    private final Mapping mapping;
    private final String what;
    private final ProblemLog log;
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(Mapping mapping, String what, ProblemLog log) {
        this.mapping = mapping;
        this.what = what;
        this.log = log;
    }

    /**
     * @param what what the mapping describes, for messages, for instance {@code procedure}
     */
    public static Optional<Fields> of(Node node, String what, ProblemLog log) {
        if (node instanceof Mapping mapping) {
            return Optional.of(new Fields(mapping, what, log));
        }
        log.error("wrong-type", node.at(), "found " + kind(node) + ", expected a mapping for the " + what);
        return Optional.empty();
    }

    public Position at() {
        return mapping.at();
    }

    /** Where the value of a key stands; the mapping itself when the key is absent. */
    public Position at(String key) {
        return mapping.get(key).map(Node::at).orElse(mapping.at());
    }

    public boolean has(String key) {
        known.add(key);
        return mapping.get(key).isPresent();
    }

    @CheckForNull
    Node node(String key) {
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

    @CheckForNull
    public String optionalText(String key) {
        Node node = node(key);
        return node == null ? null : text(node, key);
    }

    /** An id that must be there. */
    Optional<String> id() {
        String id = text("id");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        if (!isId(id)) {
            log.error("wrong-value", at("id"), "found the id " + ProblemLog.quoted(id) + ", expected " + ID_SYNTAX);
        }
        return Optional.of(id);
    }

    static boolean isId(String id) {
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

    public int number(String key, int fallback, int least) {
        Node node = node(key);
        return node == null ? fallback : number(node, key, fallback, least);
    }

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

    /** One of a closed set of words. */
    <T> T word(String key, Function<String, Optional<T>> of, List<String> words, @CheckForNull T absent, T fallback) {
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
    List<Located<String>> texts(String key) {
        List<Located<String>> texts = new ArrayList<>();
        for (Node item : list(key)) {
            String text = text(item, "an item of " + key);
            if (text != null) {
                texts.add(new Located<>(text, item.at()));
            }
        }
        return texts;
    }

    public List<String> plainTexts(String key) {
        return texts(key).stream().map(Located::value).toList();
    }

    /** A mapping under a key. */
    Optional<Fields> fields(String key, String whatInside) {
        Node node = node(key);
        return node == null ? Optional.empty() : of(node, whatInside, log);
    }

    /** The entries of a mapping under a key, whose keys are data. */
    List<Node.Entry> entries(String key) {
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
                        "found the key " + ProblemLog.quoted(entry.key()) + ", expected a key of the " + what + ": "
                                + String.join(", ", known),
                        log.nearest(entry.key(), known));
            }
        }
    }

    public void missing(String key) {
        log.error("missing-key", mapping.at(), "found no " + key + ", expected the " + what + " to have one");
    }

    @CheckForNull
    private String text(Node node, String key) {
        if (node instanceof Scalar scalar && scalar.type() != ScalarType.NULL) {
            if (scalar.text().chars().anyMatch(Fields::isControl)) {
                log.error("wrong-value", node.at(), "found control characters in " + key + ", expected plain text");
            }
            return scalar.text();
        }
        log.error("wrong-type", node.at(), "found " + kind(node) + ", expected " + key + " to be text");
        return null;
    }

    /** Characters that a terminal obeys instead of showing them. */
    private static boolean isControl(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t';
    }

    static String shown(Node node) {
        return node instanceof Scalar scalar && scalar.type() != ScalarType.NULL
                ? ProblemLog.quoted(scalar.text())
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
