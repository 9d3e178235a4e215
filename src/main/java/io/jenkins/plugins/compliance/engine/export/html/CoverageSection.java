package io.jenkins.plugins.compliance.engine.export.html;

import io.jenkins.plugins.compliance.engine.export.Coverage;
import java.io.IOException;
import java.util.List;

/** How much is satisfied by framework, by archetype and by role: bars in tables that say the same in numbers. */
final class CoverageSection implements Section {
    @Override
    public String anchor() {
        return "coverage";
    }

    @Override
    public String heading() {
        return "Coverage";
    }

    @Override
    public boolean in(Page page) {
        return !page.assessment().applicable().isEmpty()
                || !page.assessment().requirements().isEmpty();
    }

    @Override
    public void write(Html html, Page page) throws IOException {
        table(html, "Requirements by framework", "Framework", "framework", Coverage.byFramework(page.assessment()));
        table(html, "Requirements by archetype", "Archetype", "archetype", Coverage.byArchetype(page.assessment()));
        table(html, "Procedures by role", "Role", "", Coverage.byRole(page.assessment()));
    }

    private static void table(Html html, String caption, String first, String anchors, List<Coverage.Row> rows)
            throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        html.block("table", "class", "coverage");
        html.element("caption", caption);
        html.open("thead").open("tr");
        html.element("th", first, "scope", "col").element("th", "Satisfied", "scope", "col", "class", "number");
        html.element("th", "All outcomes", "scope", "col").close(2);
        html.open("tbody");
        for (Coverage.Row row : rows) {
            html.block("tr").open("th", "scope", "row");
            label(html, anchors, row);
            html.close().open("td", "class", "number");
            html.element("b", String.valueOf(row.satisfied())).text(" of " + row.total());
            html.element("span", percent(row), "class", "quiet").close();
            html.open("td", "class", "wide");
            Bar.small(html, row.counts());
            html.element("span", Bar.words(row.counts()), "class", "quiet");
            html.close(2);
        }
        html.close(2);
    }

    private static void label(Html html, String anchors, Coverage.Row row) throws IOException {
        switch (anchors) {
            case "framework" -> html.to(Anchors.framework(row.id()), row.label());
            case "archetype" -> html.to(Anchors.archetype(row.id()), row.label());
            default -> html.text(row.label());
        }
    }

    private static String percent(Coverage.Row row) {
        return row.total() == 0 ? "" : " " + 100 * row.satisfied() / row.total() + " %";
    }
}
