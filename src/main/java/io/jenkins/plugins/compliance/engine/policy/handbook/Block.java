package io.jenkins.plugins.compliance.engine.policy.handbook;

import java.util.List;

/** A part of a document, before it is written in one format or another. Its texts are plain: the writers escape them. */
public sealed interface Block {

    /**
     * A heading.
     *
     * @param level 1 to 4
     * @param text its text
     * @param anchor what links to it name; unique in the document
     */
    record Heading(int level, String text, String anchor) implements Block {}

    /** A paragraph. */
    record Paragraph(List<Span> spans) implements Block {
        static Paragraph of(String text) {
            return new Paragraph(List.of(new Span.Text(text)));
        }
    }

    /** A list, numbered or not. */
    record Items(boolean numbered, List<List<Span>> items) implements Block {}

    /** A table. */
    record Table(List<String> header, List<List<List<Span>>> rows) implements Block {}

    /** Lines that stay as they are. */
    record Lines(String text) implements Block {}

    /** A run of text within a block. */
    sealed interface Span {
        /** Plain text. */
        record Text(String text) implements Span {}

        /** Stressed text. */
        record Strong(String text) implements Span {}

        /** A name out of a machine's world. */
        record Code(String text) implements Span {}

        /** A link to a heading of this document. */
        record Link(String text, String anchor) implements Span {}
    }
}
