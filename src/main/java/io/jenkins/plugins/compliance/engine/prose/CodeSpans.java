package io.jenkins.plugins.compliance.engine.prose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the code spans of a text end (CommonMark 0.31, section 6.1): at the next run of backticks that is as long as the one that
 * opens.
 */
final class CodeSpans {
    private final String text;
    /** By length of a run, where the runs of that length begin, in order. */
    private final Map<Integer, List<Integer>> runs = new HashMap<>();

    private CodeSpans(String text) {
        this.text = text;
    }

    static CodeSpans of(String text) {
        CodeSpans spans = new CodeSpans(text);
        int at = text.indexOf('`');
        while (at >= 0) {
            int end = runEnd(text, at);
            spans.runs.computeIfAbsent(end - at, length -> new ArrayList<>()).add(at);
            at = text.indexOf('`', end);
        }
        return spans;
    }

    /** Where the code span ends that the backticks from a place on open; -1 when they open none. */
    int closeOf(int backtick) {
        int end = runEnd(text, backtick);
        int length = end - backtick;
        List<Integer> closers = runs.getOrDefault(length, List.of());
        int found = Collections.binarySearch(closers, end);
        int next = found < 0 ? -found - 1 : found;
        return next < closers.size() ? closers.get(next) + length : -1;
    }

    static int runEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
        return end;
    }
}
