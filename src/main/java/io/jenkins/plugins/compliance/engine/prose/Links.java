package io.jenkins.plugins.compliance.engine.prose;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The inline links of a text (CommonMark 0.31, section 6.3): brackets with a target in parentheses behind them. Of links within each
 * other the inner ones are links.
 */
final class Links {
    private static final int LONGEST_TARGET = 2_000;
    private static final int LONGEST_TITLE = 1_000;
    private static final int DEEPEST_PARENTHESES = 32;

    private final Map<Integer, Found> found = new HashMap<>();

    /**
     * A link.
     *
     * @param close the bracket after what is shown
     * @param target where it leads, as it is written there
     * @param end where it ends
     */
    record Found(int close, String target, int end) {}

    private static final class Bracket {
        private final int place;
        private final boolean picture;
        private boolean hasLink;
        private boolean hasPicture;

        Bracket(int place, boolean picture) {
            this.place = place;
            this.picture = picture;
        }

        /** Links contain no links, and pictures neither of both: so they are never deeper than two. */
        boolean mayLead() {
            return !hasLink && !(picture && hasPicture);
        }

        void contains(Bracket inner, boolean leads) {
            hasLink |= inner.hasLink || leads && !inner.picture;
            hasPicture |= inner.hasPicture || leads && inner.picture;
        }
    }

    private Links() {}

    static Links of(String text, CodeSpans codes) {
        Links links = new Links();
        Deque<Bracket> open = new ArrayDeque<>();
        int at = 0;
        while (at < text.length()) {
            at = switch (text.charAt(at)) {
                case '\\' -> at + 2;
                case '`' -> Math.max(CodeSpans.runEnd(text, at), codes.closeOf(at));
                case '<' -> angle(text, at, open.peek());
                case '[' -> {
                    open.push(new Bracket(at, at > 0 && text.charAt(at - 1) == '!'));
                    yield at + 1;
                }
                case ']' -> open.isEmpty() ? at + 1 : links.close(text, at, open);
                default -> at + 1;
            };
        }
        return links;
    }

    private static int angle(String text, int place, @CheckForNull Bracket around) {
        Found address = address(text, place);
        if (address != null && around != null) {
            around.hasLink = true;
        }
        return address == null ? place + 1 : address.end();
    }

    /** The address in angle brackets that begins at a place (section 6.5); null when there is none that a link may have. */
    @CheckForNull
    static Found address(String text, int open) {
        int close = open + 1;
        while (close < text.length() && text.charAt(close) > ' ' && "<>".indexOf(text.charAt(close)) < 0) {
            close++;
        }
        if (!text.startsWith(">", close)) {
            return null;
        }
        String address = text.substring(open + 1, close);
        boolean mail = address.indexOf(':') < 0 && address.indexOf('@') > 0;
        String target = WebAddress.of(mail ? "mailto:" + address : address);
        return target == null ? null : new Found(close, target, close + 1);
    }

    /** The link that the bracket at a place opens; null when it opens none. */
    @CheckForNull
    Found at(int bracket) {
        return found.get(bracket);
    }

    /** Where to go on after a closing bracket. */
    private int close(String text, int close, Deque<Bracket> open) {
        Bracket bracket = open.pop();
        Found link = bracket.mayLead() ? target(text, close) : null;
        if (link != null) {
            found.put(bracket.place, link);
        }
        Bracket outer = open.peek();
        if (outer != null) {
            outer.contains(bracket, link != null);
        }
        return link == null ? close + 1 : link.end();
    }

    @CheckForNull
    private static Found target(String text, int close) {
        if (!text.startsWith("(", close + 1)) {
            return null;
        }
        int start = space(text, close + 2);
        int end = text.startsWith("<", start) ? angled(text, start) : bare(text, start);
        if (end < 0) {
            return null;
        }
        boolean angled = text.startsWith("<", start);
        String target = angled ? text.substring(start + 1, end - 1) : text.substring(start, end);
        int after = space(text, end);
        if (after > end) {
            int title = title(text, after);
            after = title < 0 ? after : space(text, title);
        }
        return text.startsWith(")", after) ? new Found(close, unescaped(target), after + 1) : null;
    }

    private static int space(String text, int start) {
        int at = start;
        boolean line = false;
        while (at < text.length()
                && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\n' && !line)) {
            line |= text.charAt(at) == '\n';
            at++;
        }
        return at;
    }

    private static int angled(String text, int start) {
        for (int i = start + 1; i < text.length() && i - start < LONGEST_TARGET; i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '>' -> {
                    return i + 1;
                }
                case '<', '\n' -> {
                    return -1;
                }
                default -> {}
            }
        }
        return -1;
    }

    private static int bare(String text, int start) {
        int depth = 0;
        int at = start;
        while (at < text.length() && at - start < LONGEST_TARGET && text.charAt(at) > ' ') {
            char c = text.charAt(at);
            if (c == '(' && ++depth > DEEPEST_PARENTHESES) {
                return -1;
            }
            if (c == ')' && --depth < 0) {
                return at;
            }
            at += c == '\\' && at + 1 < text.length() && text.charAt(at + 1) > ' ' ? 2 : 1;
        }
        return depth == 0 && at - start < LONGEST_TARGET ? Math.min(at, text.length()) : -1;
    }

    /** Where a title ends; -1 when none is there. */
    private static int title(String text, int start) {
        char open = start < text.length() ? text.charAt(start) : 0;
        if ("\"'(".indexOf(open) < 0) {
            return -1;
        }
        char close = open == '(' ? ')' : open;
        for (int i = start + 1; i < text.length() && i - start < LONGEST_TITLE; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == close) {
                return i + 1;
            }
        }
        return -1;
    }

    private static String unescaped(String target) {
        StringBuilder plain = new StringBuilder(target.length());
        for (int i = 0; i < target.length(); i++) {
            boolean escape = target.charAt(i) == '\\'
                    && i + 1 < target.length()
                    && SpanReader.ESCAPABLE.indexOf(target.charAt(i + 1)) >= 0;
            i += escape ? 1 : 0;
            plain.append(target.charAt(i));
        }
        return plain.toString();
    }
}
