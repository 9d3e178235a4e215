package io.jenkins.plugins.compliance.engine.prose;

import java.util.List;

/**
 * Reads the text of a block (CommonMark 0.31, section 6): escapes, code, emphasis, strong emphasis, links, automatic links in angle
 * brackets, and hard line breaks. Entities, raw HTML and bare addresses are text. A link that may not be one is its text and its
 * target; a picture is a link to it.
 */
final class SpanReader {
    static final String ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private final String text;
    private final int end;
    private final CodeSpans codes;
    private final Links links;
    private final boolean inLink;
    private final SpanNodes nodes = new SpanNodes();
    private final StringBuilder pending = new StringBuilder();
    private int at;

    private SpanReader(String text, int start, int end, CodeSpans codes, Links links, boolean inLink) {
        this.text = text;
        this.inLink = inLink;
        this.at = start;
        this.end = end;
        this.codes = codes;
        this.links = links;
    }

    /** The spans of a text, whose lines end with a line feed and have no space in front. */
    static List<Span> read(String text) {
        CodeSpans codes = CodeSpans.of(text);
        return new SpanReader(text, 0, text.length(), codes, Links.of(text, codes), false).spans();
    }

    private List<Span> spans() {
        while (at < end) {
            char c = text.charAt(at);
            switch (c) {
                case '\\' -> escape();
                case '`' -> code();
                case '<' -> address();
                case '*', '_' -> delimiters(c);
                case '!', '[' -> link();
                case '\n' -> lineEnd();
                default -> {
                    pending.append(c);
                    at++;
                }
            }
        }
        flush();
        return nodes.spans();
    }

    private void escape() {
        char next = at + 1 < end ? text.charAt(at + 1) : 0;
        if (next == '\n') {
            hardBreak();
            at += 2;
        } else if (ESCAPABLE.indexOf(next) >= 0) {
            pending.append(next);
            at += 2;
        } else {
            pending.append('\\');
            at++;
        }
    }

    private void code() {
        int close = codes.closeOf(at);
        if (close < 0 || close > end) {
            int run = CodeSpans.runEnd(text, at);
            pending.append(text, at, Math.min(run, end));
            at = run;
            return;
        }
        int length = CodeSpans.runEnd(text, at) - at;
        String code = text.substring(at + length, close - length).replace('\n', ' ');
        boolean padded = code.startsWith(" ") && code.endsWith(" ") && !code.isBlank();
        add(new Span.Code(padded ? code.substring(1, code.length() - 1) : code));
        at = close;
    }

    private void address() {
        Links.Found address = Links.address(text, at);
        if (address == null) {
            pending.append('<');
            at++;
        } else {
            add(new Span.Link(List.of(new Span.Text(text.substring(at + 1, address.close()))), address.target()));
            at = address.end();
        }
    }

    private void delimiters(char c) {
        int start = at;
        while (at < end && text.charAt(at) == c) {
            at++;
        }
        flush();
        nodes.addDelimiters(c, at - start, before(start), after(at));
    }

    private void link() {
        int bracket = text.charAt(at) == '!' ? at + 1 : at;
        Links.Found found = bracket < end && text.charAt(bracket) == '[' ? links.at(bracket) : null;
        if (found == null) {
            pending.append(text.charAt(at));
            at++;
            return;
        }
        List<Span> label = new SpanReader(text, bracket + 1, found.close(), codes, links, true).spans();
        String target = WebAddress.of(found.target());
        if (target != null && !inLink) {
            add(new Span.Link(label.isEmpty() ? List.of(new Span.Text(target)) : label, target));
        } else {
            flush();
            label.forEach(nodes::add);
            boolean told = inLink || found.target().isEmpty() || label.equals(List.of(new Span.Text(found.target())));
            pending.append(told ? "" : " (" + found.target() + ")");
        }
        at = found.end();
    }

    /** A soft break is a space; two spaces in front make it a hard one. */
    private void lineEnd() {
        int length = pending.length();
        while (length > 0 && pending.charAt(length - 1) == ' ') {
            length--;
        }
        boolean hard = pending.length() - length >= 2;
        pending.setLength(length);
        if (hard) {
            hardBreak();
        } else {
            pending.append(' ');
        }
        at++;
    }

    private void hardBreak() {
        add(new Span.Break());
    }

    private void add(Span span) {
        flush();
        nodes.add(span);
    }

    private void flush() {
        if (pending.length() > 0) {
            nodes.add(new Span.Text(pending.toString()));
            pending.setLength(0);
        }
    }

    private int before(int place) {
        return place == 0 ? ' ' : text.codePointBefore(place);
    }

    private int after(int place) {
        return place == text.length() ? ' ' : text.codePointAt(place);
    }
}
