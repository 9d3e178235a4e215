package io.jenkins.plugins.compliance.view;

import io.jenkins.plugins.compliance.engine.policy.handbook.Block;
import io.jenkins.plugins.compliance.engine.policy.handbook.Block.Span;
import io.jenkins.plugins.compliance.engine.policy.handbook.PlaybookText;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a playbook.
 *
 * @param kind {@code heading}, {@code paragraph}, {@code numbered}, {@code bulleted} or {@code code}
 * @param lines its lines: one, but for lists
 */
public record ProseBlock(String kind, List<List<Run>> lines) {
    /** Takes a copy of the lines. */
    public ProseBlock {
        lines = List.copyOf(lines);
    }

    /**
     * A run of text.
     *
     * @param kind {@code text}, {@code strong} or {@code code}
     * @param text its text, plain
     */
    public record Run(String kind, String text) {}

    /** The parts of a playbook. */
    static List<ProseBlock> of(String markdown) {
        List<ProseBlock> blocks = new ArrayList<>();
        for (Block block : PlaybookText.blocks(markdown, "playbook")) {
            if (block instanceof Block.Heading heading) {
                blocks.add(new ProseBlock("heading", List.of(List.of(new Run("text", heading.text())))));
            } else if (block instanceof Block.Paragraph paragraph) {
                blocks.add(new ProseBlock("paragraph", List.of(runs(paragraph.spans()))));
            } else if (block instanceof Block.Items items) {
                blocks.add(new ProseBlock(
                        items.numbered() ? "numbered" : "bulleted",
                        items.items().stream().map(ProseBlock::runs).toList()));
            } else if (block instanceof Block.Lines code) {
                blocks.add(new ProseBlock("code", List.of(List.of(new Run("text", code.text())))));
            }
        }
        return blocks;
    }

    private static List<Run> runs(List<Span> spans) {
        List<Run> runs = new ArrayList<>();
        for (Span span : spans) {
            if (span instanceof Span.Strong strong) {
                runs.add(new Run("strong", strong.text()));
            } else if (span instanceof Span.Code code) {
                runs.add(new Run("code", code.text()));
            } else if (span instanceof Span.Text text) {
                runs.add(new Run("text", text.text()));
            } else if (span instanceof Span.Link link) {
                runs.add(new Run("text", link.text()));
            }
        }
        return runs;
    }

    /** The first line, which is the only one but for lists. */
    public List<Run> line() {
        return lines.isEmpty() ? List.of() : lines.get(0);
    }
}
