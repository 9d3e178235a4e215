package io.jenkins.plugins.compliance.engine.export.html;

import io.jenkins.plugins.compliance.engine.export.FindingText;
import io.jenkins.plugins.compliance.engine.export.ProcedureFindings;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where something is wrong: the first findings against a procedure. */
final class FindingList {
    private FindingList() {}

    static void write(Html html, ProcedureFindings.Shown shown) throws IOException {
        if (shown.total() == 0) {
            return;
        }
        html.element("dt", "Where").open("dd");
        if (!shown.first().isEmpty()) {
            html.open("ul", "class", "findings");
            for (ProcedureFindings.Located each : shown.first()) {
                html.open("li");
                finding(html, each.finding());
                html.close();
            }
            html.close();
        }
        if (shown.more() > 0) {
            html.element(
                    "p",
                    (shown.first().isEmpty() ? "" : "and ") + String.format(Locale.ROOT, "%,d", shown.more())
                            + (shown.first().isEmpty() ? " findings" : " more") + ", not shown here",
                    "class",
                    "quiet");
        }
        html.close();
    }

    private static void finding(Html html, Finding finding) throws IOException {
        Badge.severity(html, finding.severity());
        html.text(" ").open("div");
        if (finding.place() != null) {
            html.element("code", FindingText.shortened(finding.place().toString()), "class", "place")
                    .text(" ");
        } else if (finding.component() != null) {
            html.element("code", FindingText.shortened(finding.component()), "class", "place")
                    .text(" ");
        }
        html.element("span", FindingText.shortened(FindingText.message(finding)), "class", "message");
        html.open("span", "class", "quiet line");
        html.text(FindingText.shortened(finding.tool()) + ": ");
        String rule = FindingText.shortened(finding.rule());
        if (finding.help() == null) {
            html.text(rule);
        } else {
            html.web(finding.help(), rule);
        }
        if (!finding.cwes().isEmpty()) {
            html.text(finding.cwes().stream()
                    .map(each -> ", CWE-" + each.cwe())
                    .distinct()
                    .collect(Collectors.joining()));
        }
        if (!finding.advisories().isEmpty()) {
            html.text(", " + FindingText.shortened(String.join(", ", finding.advisories())));
        }
        if (finding.fixedIn() != null) {
            html.text(", fixed in " + FindingText.shortened(finding.fixedIn()));
        }
        html.close(2);
    }
}
