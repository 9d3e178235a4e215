package io.jenkins.plugins.compliance.engine.prose;

import java.util.List;

/** A run of text within a block, in the terms of CommonMark 0.31 (section 6). */
public sealed interface Span {

    /** Plain text. */
    record Text(String text) implements Span {}

    /** A name out of a machine's world. */
    record Code(String text) implements Span {}

    /** Stressed text. */
    record Emphasis(List<Span> spans) implements Span {
        /** Takes a copy. */
        public Emphasis {
            spans = List.copyOf(spans);
        }
    }

    /** Strongly stressed text. */
    record Strong(List<Span> spans) implements Span {
        /** Takes a copy. */
        public Strong {
            spans = List.copyOf(spans);
        }

        /** Plain text, strongly stressed. */
        public static Strong of(String text) {
            return new Strong(List.of(new Text(text)));
        }
    }

    /**
     * A link. It can't be made to lead to a script, a file or anything else but these two.
     *
     * @param spans what is shown; no links
     * @param target {@code #} and the anchor of a heading of the same document, or an address as {@link WebAddress} writes it
     */
    record Link(List<Span> spans, String target) implements Span {
        /**
         * Takes a copy.
         *
         * @throws IllegalArgumentException when the target is neither
         */
        public Link {
            spans = List.copyOf(spans);
            boolean place = target.startsWith("#") && isAnchor(target.substring(1));
            if (!place && !target.equals(WebAddress.of(target))) {
                throw new IllegalArgumentException("a link leads to a place in the document or to a web address");
            }
        }

        /** A link to a heading of the same document. */
        public static Link to(String anchor, String text) {
            return new Link(List.of(new Text(text)), "#" + anchor);
        }

        /** Whether it leads out of the document. */
        public boolean leadsOut() {
            return !target.startsWith("#");
        }

        static boolean isAnchor(String text) {
            return !text.isEmpty()
                    && text.chars()
                            .allMatch(c -> c >= 'a' && c <= 'z'
                                    || c >= 'A' && c <= 'Z'
                                    || c >= '0' && c <= '9'
                                    || "._:-".indexOf(c) >= 0);
        }
    }

    /** An end of a line that stays one. */
    record Break() implements Span {}
}
