package io.jenkins.plugins.compliance.engine.prose;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The spans of a text while it is not clear yet which runs of asterisks and underscores stress what is between them (CommonMark
 * 0.31, section 6.2 and the appendix on parsing).
 */
final class SpanNodes {
    /** Stressed text may contain stressed text so often. */
    private static final int DEEPEST = 16;

    private final Node first = new Node(null, 0, 0, -1);
    private Node last = first;

    /** A span, or a run of delimiters. */
    private static final class Node {
        @CheckForNull
        private final Span span;

        private final int depth;
        private final char mark;
        private final int place;
        private int count;
        private int original;
        private boolean opens;
        private boolean closes;

        @CheckForNull
        private Node before;

        @CheckForNull
        private Node after;

        Node(@CheckForNull Span span, int depth, int mark, int place) {
            this.span = span;
            this.depth = depth;
            this.mark = (char) mark;
            this.place = place;
        }

        void insertAfter(Node other) {
            before = other;
            after = other.after;
            other.after = this;
            if (after != null) {
                after.before = this;
            }
        }

        void remove() {
            if (before != null) {
                before.after = after;
            }
            if (after != null) {
                after.before = before;
            }
        }
    }

    /** Adds a span. */
    void add(Span span) {
        append(new Node(span, 0, 0, last.place + 1));
    }

    /**
     * Adds a run of delimiters.
     *
     * @param before the character in front of it; a space at the beginning of the text
     * @param after the character behind it; a space at the end of the text
     */
    void addDelimiters(char mark, int count, int before, int after) {
        boolean left = !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before));
        boolean right = !isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after));
        Node run = new Node(null, 0, mark, last.place + 1);
        run.count = count;
        run.original = count;
        run.opens = left && (mark == '*' || !right || isPunctuation(before));
        run.closes = right && (mark == '*' || !left || isPunctuation(after));
        append(run);
    }

    /** The spans, with what is stressed in spans of its own. */
    List<Span> spans() {
        stress();
        return spansBetween(first, null);
    }

    private void append(Node node) {
        node.insertAfter(last);
        last = node;
    }

    private void stress() {
        // By kind of closing run, up to where no run opens for it.
        Map<Integer, Integer> bottoms = new HashMap<>();
        Node closer = first.after;
        while (closer != null) {
            if (!closer.closes || closer.count == 0) {
                closer = closer.after;
                continue;
            }
            int kind = (closer.mark * 2 + (closer.opens ? 1 : 0)) * 3 + closer.original % 3;
            Node opener = opener(closer, bottoms.getOrDefault(kind, -1));
            if (opener == null || !wrap(opener, closer)) {
                bottoms.put(kind, closer.place - 1);
                closer = closer.after;
            }
        }
    }

    @CheckForNull
    private static Node opener(Node closer, int bottom) {
        for (Node node = closer.before; node != null && node.place > bottom; node = node.before) {
            if (node.opens && node.count > 0 && node.mark == closer.mark && !isOdd(node, closer)) {
                return node;
            }
        }
        return null;
    }

    /** The rule of three: a run that both opens and closes pairs with no run when both together are a multiple of three. */
    private static boolean isOdd(Node opener, Node closer) {
        return (opener.closes || closer.opens)
                && (opener.original + closer.original) % 3 == 0
                && (opener.original % 3 != 0 || closer.original % 3 != 0);
    }

    /** Puts what is between both into a span; false when that would be too deep. */
    private static boolean wrap(Node opener, Node closer) {
        int used = opener.count >= 2 && closer.count >= 2 ? 2 : 1;
        int depth = 1;
        for (Node node = opener.after; node != null && node != closer; node = node.after) {
            depth = Math.max(depth, node.depth + 1);
        }
        if (depth > DEEPEST) {
            return false;
        }
        List<Span> inner = spansBetween(opener, closer);
        for (Node node = opener.after; node != null && node != closer; node = node.after) {
            node.remove();
        }
        opener.count -= used;
        closer.count -= used;
        Span span = used == 2 ? new Span.Strong(inner) : new Span.Emphasis(inner);
        new Node(span, depth, 0, opener.place).insertAfter(opener);
        return true;
    }

    /** The spans between two nodes; delimiters that stress nothing are text, and pieces of text are one. */
    private static List<Span> spansBetween(Node from, @CheckForNull Node to) {
        List<Span> spans = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Node node = from.after; node != null && node != to; node = node.after) {
            Span span = node.span;
            if (span == null) {
                text.append(String.valueOf(node.mark).repeat(node.count));
            } else if (span instanceof Span.Text plain) {
                text.append(plain.text());
            } else {
                flush(text, spans);
                spans.add(span);
            }
        }
        flush(text, spans);
        return spans;
    }

    private static void flush(StringBuilder text, List<Span> spans) {
        if (text.length() > 0) {
            spans.add(new Span.Text(text.toString()));
            text.setLength(0);
        }
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Unicode's punctuation and symbols. */
    private static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }
}
