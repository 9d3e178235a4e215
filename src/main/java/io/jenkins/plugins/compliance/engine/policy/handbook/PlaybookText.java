package io.jenkins.plugins.compliance.engine.policy.handbook;

import io.jenkins.plugins.compliance.engine.policy.handbook.Block.Heading;
import io.jenkins.plugins.compliance.engine.policy.handbook.Block.Items;
import io.jenkins.plugins.compliance.engine.policy.handbook.Block.Lines;
import io.jenkins.plugins.compliance.engine.policy.handbook.Block.Paragraph;
import io.jenkins.plugins.compliance.engine.policy.handbook.Block.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the part of CommonMark that playbooks need: headings, paragraphs, lists of one level, fenced code, strong text and code.
 * Everything else, HTML and links among it, is text.
 */
public final class PlaybookText {
    private final String anchor;
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private final List<StringBuilder> items = new ArrayList<>();
    private boolean numbered;
    private int headings;

    private PlaybookText(String anchor) {
        this.anchor = anchor;
    }

    /**
     * The blocks of a playbook, its first heading two levels down.
     *
     * @param anchor the anchor of its first heading, and the beginning of those of the others
     */
    public static List<Block> blocks(String markdown, String anchor) {
        PlaybookText text = new PlaybookText(anchor);
        StringBuilder code = null;
        for (String line : markdown.split("\n", -1)) {
            boolean fence = line.startsWith("```");
            if (code != null) {
                if (fence) {
                    text.blocks.add(new Lines(code.toString()));
                    code = null;
                } else {
                    code.append(line).append('\n');
                }
            } else if (fence) {
                text.flush();
                code = new StringBuilder();
            } else {
                text.line(line);
            }
        }
        text.flush();
        if (code != null) {
            text.blocks.add(new Lines(code.toString()));
        }
        return text.blocks;
    }

    private void line(String line) {
        String stripped = line.strip();
        int marker = markerLength(stripped);
        if (stripped.isEmpty()) {
            flushParagraph();
        } else if (line.startsWith("#")) {
            flush();
            heading(stripped);
        } else if (marker > 0) {
            flushParagraph();
            boolean isNumbered = Character.isDigit(stripped.charAt(0));
            if (!items.isEmpty() && isNumbered != numbered) {
                flushItems();
            }
            numbered = isNumbered;
            items.add(new StringBuilder(stripped.substring(marker).strip()));
        } else if (!items.isEmpty() && Character.isWhitespace(line.charAt(0)) && paragraph.isEmpty()) {
            items.get(items.size() - 1).append(' ').append(stripped);
        } else {
            flushItems();
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(stripped);
        }
    }

    private void heading(String line) {
        int level = 0;
        while (level < line.length() && line.charAt(level) == '#') {
            level++;
        }
        String name = headings == 0 ? anchor : anchor + "-" + headings;
        headings++;
        blocks.add(new Heading(Math.min(4, level + 2), line.substring(level).strip(), name));
    }

    private static int markerLength(String line) {
        if (line.startsWith("- ") || line.startsWith("* ") || line.startsWith("+ ")) {
            return 2;
        }
        int digits = 0;
        while (digits < line.length() && digits < 9 && line.charAt(digits) >= '0' && line.charAt(digits) <= '9') {
            digits++;
        }
        return digits > 0 && line.startsWith(". ", digits) ? digits + 2 : 0;
    }

    private void flush() {
        flushParagraph();
        flushItems();
    }

    private void flushParagraph() {
        if (!paragraph.isEmpty()) {
            flushItems();
            blocks.add(new Paragraph(spans(paragraph.toString())));
            paragraph.setLength(0);
        }
    }

    private void flushItems() {
        if (!items.isEmpty()) {
            blocks.add(new Items(
                    numbered, items.stream().map(each -> spans(each.toString())).toList()));
            items.clear();
        }
    }

    /** Text with {@code **strong**} and {@code `code`}; a marker without its partner is text. */
    private static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        int plain = 0;
        int at = 0;
        boolean moreStrong = true;
        boolean moreCode = true;
        while (at < text.length()) {
            boolean strong = moreStrong && text.startsWith("**", at);
            boolean code = moreCode && text.charAt(at) == '`';
            if (!strong && !code) {
                at++;
                continue;
            }
            String marker = strong ? "**" : "`";
            int end = text.indexOf(marker, at + marker.length());
            if (end < 0) {
                moreStrong &= !strong;
                moreCode &= !code;
                at += marker.length();
                continue;
            }
            if (at > plain) {
                spans.add(new Span.Text(text.substring(plain, at)));
            }
            String inner = text.substring(at + marker.length(), end);
            spans.add(strong ? new Span.Strong(inner) : new Span.Code(inner));
            at = end + marker.length();
            plain = at;
        }
        if (plain < text.length()) {
            spans.add(new Span.Text(text.substring(plain)));
        }
        return spans;
    }
}
