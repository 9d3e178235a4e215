package io.jenkins.plugins.compliance.engine.prose;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * A part of a text, in the terms of CommonMark 0.31 (section 3) and of the tables of GitHub Flavored Markdown (section 4.10). Texts
 * within are plain, as they were written: who writes a format escapes them.
 */
public sealed interface Block {

    /**
     * A heading.
     *
     * @param level 1 to 6
     * @param spans its text
     * @param anchor what links to it name, of letters, digits and {@code . _ : -}; null when nothing links to it
     */
    record Heading(
            int level, List<Span> spans, @CheckForNull String anchor) implements Block {
        /**
         * Takes a copy.
         *
         * @throws IllegalArgumentException when the level or the anchor is none
         */
        public Heading {
            spans = List.copyOf(spans);
            if (level < 1 || level > 6 || anchor != null && !Span.Link.isAnchor(anchor)) {
                throw new IllegalArgumentException("a heading has a level of 1 to 6 and a plain anchor");
            }
        }

        /** A heading of plain text. */
        public static Heading of(int level, String text, @CheckForNull String anchor) {
            return new Heading(level, List.of(new Span.Text(text)), anchor);
        }
    }

    /** A paragraph. */
    record Paragraph(List<Span> spans) implements Block {
        /** Takes a copy. */
        public Paragraph {
            spans = List.copyOf(spans);
        }

        /** A paragraph of plain text. */
        public static Paragraph of(String text) {
            return new Paragraph(List.of(new Span.Text(text)));
        }
    }

    /**
     * A list.
     *
     * @param ordered whether its items are numbered
     * @param start the number of the first item, from 0; 1 when they are not numbered
     * @param items the blocks of each item
     */
    record ItemList(boolean ordered, int start, List<List<Block>> items) implements Block {
        static final int LAST_NUMBER = 999_999_999;

        /**
         * Takes a copy.
         *
         * @throws IllegalArgumentException when the number of the first item is negative or has more than nine digits
         */
        public ItemList {
            if (start < 0 || start > LAST_NUMBER) {
                throw new IllegalArgumentException("the number " + start + " begins no list");
            }
            items = items.stream().map(List::copyOf).toList();
        }

        /** A list of items that are a line each. */
        public static ItemList of(boolean ordered, List<List<Span>> lines) {
            return new ItemList(
                    ordered,
                    1,
                    lines.stream()
                            .<List<Block>>map(line -> List.of(new Paragraph(line)))
                            .toList());
        }
    }

    /**
     * A table.
     *
     * @param header the heads of its columns
     * @param rows the cells of each row, at most as many as there are columns
     */
    record Table(List<List<Span>> header, List<List<List<Span>>> rows) implements Block {
        /**
         * Takes a copy.
         *
         * @throws IllegalArgumentException when a row has more cells than there are columns
         */
        public Table {
            header = header.stream().map(List::copyOf).toList();
            rows = rows.stream()
                    .map(row -> row.stream().map(List::copyOf).toList())
                    .toList();
            int columns = header.size();
            if (rows.stream().anyMatch(row -> row.size() > columns)) {
                throw new IllegalArgumentException("a row of a table has no more cells than there are columns");
            }
        }

        /** A table with plain heads. */
        public static Table of(List<String> header, List<List<List<Span>>> rows) {
            return new Table(
                    header.stream()
                            .<List<Span>>map(head -> List.of(new Span.Text(head)))
                            .toList(),
                    rows);
        }
    }

    /**
     * Lines that stay as they are, such as a command.
     *
     * @param text the lines, each with its end
     */
    record CodeBlock(String text) implements Block {
        /** Ends the last line. */
        public CodeBlock {
            text = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
        }
    }

    /** What somebody else said. */
    record Quote(List<Block> blocks) implements Block {
        /** Takes a copy. */
        public Quote {
            blocks = List.copyOf(blocks);
        }
    }

    /** A thematic break. */
    record Rule() implements Block {}
}
