package io.jenkins.plugins.compliance.engine.prose;

import io.jenkins.plugins.compliance.engine.prose.Block.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads tables (GitHub Flavored Markdown 0.29, section 4.10). How columns are aligned is left out. */
final class TableReader {
    private static final Pattern DELIMITERS =
            Pattern.compile(" {0,3}\\|?[ \\t]*+:?-++:?[ \\t]*+(?:\\|[ \\t]*+:?-++:?[ \\t]*+)*+\\|?[ \\t]*+");

    private TableReader() {}

    /** Where the table ends that begins at a line; that line when none begins there. */
    static int end(List<String> lines, int start) {
        if (start + 1 >= lines.size()
                || lines.get(start).indexOf('|') < 0
                || lines.get(start + 1).indexOf('|') < 0
                || !DELIMITERS.matcher(lines.get(start + 1)).matches()
                || cells(lines.get(start)).size() != cells(lines.get(start + 1)).size()) {
            return start;
        }
        int end = start + 2;
        while (end < lines.size() && !MarkdownLine.interrupts(lines.get(end))) {
            end++;
        }
        return end;
    }

    /** The table of lines of which the second tells how many columns there are. */
    static Table read(List<String> lines) {
        List<List<Span>> header =
                cells(lines.get(0)).stream().map(SpanReader::read).toList();
        List<List<List<Span>>> rows = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            rows.add(cells(line).stream()
                    .limit(header.size())
                    .map(SpanReader::read)
                    .toList());
        }
        return new Table(header, rows);
    }

    /** The cells of a line: between bars, of which those behind a backslash are text. */
    private static List<String> cells(String line) {
        String row = line.strip();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (int i = row.startsWith("|") ? 1 : 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '\\' && i + 1 < row.length() && row.charAt(i + 1) == '|') {
                cell.append('|');
                i++;
            } else if (c == '|') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (!cell.toString().isBlank() || !row.endsWith("|") || row.endsWith("\\|")) {
            cells.add(cell.toString().strip());
        }
        return cells;
    }
}
