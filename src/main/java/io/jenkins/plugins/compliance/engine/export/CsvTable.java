package io.jenkins.plugins.compliance.engine.export;

import io.jenkins.plugins.compliance.engine.io.DisplayText;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes comma-separated values (RFC 4180). A field that a spreadsheet would take for a formula gets an apostrophe in front, the
 * spreadsheet's own mark for text (OWASP, CSV Injection).
 */
final class CsvTable {
    private final Writer out;

    CsvTable(Writer out) {
        this.out = out;
    }

    /** Writes one record. */
    void row(String... fields) throws IOException {
        for (int i = 0; i < fields.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(quoted(inert(DisplayText.lines(fields[i]))));
        }
        out.write("\r\n");
    }

    private static String inert(String field) {
        boolean formula = !field.isEmpty() && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".indexOf(field.charAt(0)) >= 0;
        return formula ? "'" + field : field;
    }

    private static String quoted(String field) {
        for (int i = 0; i < field.length(); i++) {
            if (",\"\r\n;\t".indexOf(field.charAt(i)) >= 0) {
                return '"' + field.replace("\"", "\"\"") + '"';
            }
        }
        return field;
    }
}
