package io.jenkins.plugins.compliance.engine.export.html;

import java.io.IOException;

/** Tables that scroll by themselves where they are too wide, by finger or by keyboard, and become blocks on a narrow screen. */
final class Table {
    private Table() {}

    /** Begins a table with its caption and the heads of its columns, up to the first row. */
    static void open(Html html, String caption, String... columns) throws IOException {
        html.block("div", "class", "scroll", "role", "region", "aria-label", caption, "tabindex", "0");
        html.open("table").element("caption", caption);
        html.open("thead").open("tr");
        for (String column : columns) {
            html.element("th", column, "scope", "col");
        }
        html.close(2).open("tbody");
    }

    /**
     * Begins a cell.
     *
     * @param column head of its column, which stands in the cell on a narrow screen, where rows become blocks
     */
    static Html cell(Html html, String column) throws IOException {
        return html.open("td", "data-column", column);
    }

    /** Ends it after the last row. */
    static void close(Html html) throws IOException {
        html.close(3);
    }
}
