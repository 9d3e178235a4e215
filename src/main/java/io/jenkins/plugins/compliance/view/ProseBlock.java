package io.jenkins.plugins.compliance.view;

import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.prose.Block;
import io.jenkins.plugins.compliance.engine.prose.MarkdownReader;
import io.jenkins.plugins.compliance.engine.prose.Span;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * A part of a playbook, which its view shows.
 *
 * @param kind {@code heading}, {@code paragraph}, {@code numbered}, {@code bulleted}, {@code quote}, {@code table}, {@code code} or {@code rule}
 * @param start the number of the first item of a numbered list; 1 otherwise
 * @param items the items of a list; what is quoted; the lines of a table, of which the first is its head; else one with its text, or none
 */
@Restricted(NoExternalUse.class)
public record ProseBlock(String kind, int start, List<Item> items) {
    /** Takes a copy of the items. */
    public ProseBlock {
        items = List.copyOf(items);
    }

    /**
     * An item of a list, or what has a place of its own as one has.
     *
     * @param runs its text
     * @param blocks what follows in it
     * @param cells the cells of a line of a table
     */
    public record Item(List<ProseRun> runs, List<ProseBlock> blocks, List<List<ProseRun>> cells) {
        /** Takes copies. */
        public Item {
            runs = List.copyOf(runs);
            blocks = List.copyOf(blocks);
            cells = List.copyOf(cells);
        }

        private static Item of(List<ProseRun> runs) {
            return new Item(runs, List.of(), List.of());
        }

        private static Item ofList(List<Block> blocks) {
            boolean line = !blocks.isEmpty() && blocks.get(0) instanceof Block.Paragraph;
            List<ProseRun> first = line && blocks.get(0) instanceof Block.Paragraph paragraph
                    ? ProseRun.of(paragraph.spans())
                    : List.of();
            return new Item(first, ProseBlock.of(line ? blocks.subList(1, blocks.size()) : blocks), List.of());
        }
    }

    /** The parts of a playbook. */
    static List<ProseBlock> of(String markdown) {
        return of(MarkdownReader.read(markdown));
    }

    private static List<ProseBlock> of(List<Block> blocks) {
        return blocks.stream().map(ProseBlock::of).toList();
    }

    private static ProseBlock of(Block block) {
        if (block instanceof Block.Heading heading) {
            return new ProseBlock("heading", 1, List.of(Item.of(ProseRun.of(heading.spans()))));
        }
        if (block instanceof Block.Paragraph paragraph) {
            return new ProseBlock("paragraph", 1, List.of(Item.of(ProseRun.of(paragraph.spans()))));
        }
        if (block instanceof Block.ItemList list) {
            return new ProseBlock(
                    list.ordered() ? "numbered" : "bulleted",
                    list.start(),
                    list.items().stream().map(Item::ofList).toList());
        }
        if (block instanceof Block.Quote quote) {
            return new ProseBlock("quote", 1, List.of(new Item(List.of(), of(quote.blocks()), List.of())));
        }
        if (block instanceof Block.Table table) {
            List<Item> lines = new ArrayList<>();
            lines.add(line(table.header()));
            table.rows().forEach(row -> lines.add(line(row)));
            return new ProseBlock("table", 1, lines);
        }
        if (block instanceof Block.CodeBlock code) {
            ProseRun text = new ProseRun("text", DisplayText.lines(code.text()), null, List.of());
            return new ProseBlock("code", 1, List.of(Item.of(List.of(text))));
        }
        return new ProseBlock("rule", 1, List.of());
    }

    private static Item line(List<List<Span>> cells) {
        return new Item(List.of(), List.of(), cells.stream().map(ProseRun::of).toList());
    }

    /** The text of a block that has no items. */
    public List<ProseRun> runs() {
        return items.isEmpty() ? List.of() : items.get(0).runs();
    }

    /** What is quoted. */
    public List<ProseBlock> blocks() {
        return items.isEmpty() ? List.of() : items.get(0).blocks();
    }

    /** The lines of a table after its head. */
    public List<Item> rows() {
        return items.isEmpty() ? List.of() : items.subList(1, items.size());
    }
}
