package io.jenkins.plugins.compliance.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.io.DisplayText;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CsvExportTest {
    @Test
    void hasARowForEachProcedureAndRequirement() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Exports.byId("csv").orElseThrow().write(Portal.assessment(), FindingsSource.NONE, out);
        List<List<String>> rows = read(out.toString(StandardCharsets.UTF_8));
        assertThat(rows).hasSize(1 + 25 + 60);
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSameSizeAs(rows.get(0)));
        assertThat(rows.get(1).subList(0, 5))
                .containsExactly(
                        "procedure", "", "sast-every-build", "Scan the source of every build", "not-satisfied");
        assertThat(rows)
                .anySatisfy(row ->
                        assertThat(row).contains("container-base-current", "waived", "not-satisfied", "W-2026-031"));
        assertThat(rows)
                .anySatisfy(row -> assertThat(row.subList(0, 5))
                        .containsExactly(
                                "requirement", "nist-800-53-r5", "SA-11(1)", "Static code analysis", "not-satisfied"));
    }

    @Test
    void keepsFormulasFromRunning() throws Exception {
        for (String formula :
                List.of("=HYPERLINK(\"http://evil\")", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "\uFF1D1")) {
            assertThat(read(row(formula)).get(0).get(0)).isEqualTo("'" + formula);
        }
        assertThat(read(row("1=1")).get(0).get(0)).isEqualTo("1=1");
    }

    @Property(tries = 300)
    void readsBackWhatWasWritten(@ForAll List<String> fields) throws Exception {
        if (!fields.isEmpty()) {
            List<String> back = read(row(fields.toArray(new String[0]))).get(0);
            assertThat(back).hasSameSizeAs(fields);
            for (int i = 0; i < fields.size(); i++) {
                String shown = DisplayText.lines(fields.get(i));
                assertThat(back.get(i)).isIn(shown, "'" + shown);
            }
        }
    }

    private static String row(String... fields) throws Exception {
        StringWriter out = new StringWriter();
        new CsvTable(out).row(fields);
        return out.toString();
    }

    /** A reader after RFC 4180, section 2. */
    private static List<List<String>> read(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || text.startsWith("\r\n", i))) {
                row.add(field.toString());
                field.setLength(0);
                if (c == '\r') {
                    rows.add(row);
                    row = new ArrayList<>();
                    i++;
                }
            } else {
                field.append(c);
            }
        }
        return rows;
    }
}
