package io.jenkins.plugins.compliance.engine.io.document;

import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import io.jenkins.plugins.compliance.engine.io.Position;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what a document uses of the limits while its tree is built. */
final class NodeBudget {
    private final Limits limits;
    private long nodes;
    private int aliases;
    private int depth;

    NodeBudget(Limits limits) {
        this.limits = limits;
    }

    /** What was used so far. */
    record Usage(long nodes, int aliases) {}

    Usage usage() {
        return new Usage(nodes, aliases);
    }

    void node(Position at) throws LimitExceededException {
        nodes(1, at);
    }

    void enter(Position at) throws LimitExceededException {
        node(at);
        if (++depth > limits.nesting()) {
            throw new LimitExceededException("nesting", limits.nesting(), at);
        }
    }

    void leave() {
        depth--;
    }

    /**
     * @throws MalformedInputException when the text has half of a surrogate pair: it has no encoding and so no digest
     */
    void text(String text, Position at) throws IOException {
        if (text.length() > limits.textLength()) {
            throw new LimitExceededException("textLength", limits.textLength(), at);
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    throw new MalformedInputException(at, "found half of a surrogate pair, expected whole characters");
                }
                i++;
            }
        }
    }

    /**
     * Counts an alias as if what it stands for were written in its place, with the aliases inside: so aliases of aliases can't
     * multiply (the "billion laughs").
     */
    void alias(Usage inside, Position at) throws LimitExceededException {
        aliases += 1 + inside.aliases();
        if (aliases > limits.yamlAliases()) {
            throw new LimitExceededException("yamlAliases", limits.yamlAliases(), at);
        }
        nodes(inside.nodes(), at);
    }

    private void nodes(long more, Position at) throws LimitExceededException {
        nodes += more;
        if (nodes > limits.policyNodes()) {
            throw new LimitExceededException("policyNodes", limits.policyNodes(), at);
        }
    }

    /**
     * Refuses a key that stands twice.
     *
     * @throws MalformedInputException at the second place, naming the first
     */
    void unique(List<Node.Entry> entries) throws MalformedInputException {
        Map<String, Position> seen = new HashMap<>();
        for (Node.Entry entry : entries) {
            Position first = seen.putIfAbsent(entry.key(), entry.keyAt());
            if (first != null) {
                throw new MalformedInputException(
                        entry.keyAt(),
                        "found the key \"" + entry.key() + "\" again, expected each key once; it stands first in line "
                                + first.line());
            }
        }
    }
}
