package io.jenkins.plugins.compliance.engine.export.html;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import java.io.IOException;
import java.util.Map;

/** What stands at the top and the bottom of the report: which application, which build, which moment, which policy. */
final class Masthead {
    private Masthead() {}

    static void write(Html html, Page page) throws IOException {
        Assessment assessment = page.assessment();
        html.block("header", "class", "masthead").open("div", "class", "inner");
        html.element("p", "Compliance report", "class", "kind");
        html.element("h1", assessment.job());
        html.open("dl", "class", "facts");
        if (!assessment.build().isEmpty()) {
            fact(html, "Build", assessment.build());
        }
        html.open("div").element("dt", "As of").open("dd");
        Moment.write(html, assessment.asOf());
        html.close(2);
        html.open("div").element("dt", "Policy").open("dd");
        html.to(
                PolicySection.ANCHOR,
                assessment.policy().title() + " " + assessment.policy().version());
        html.close(2);
        if (!assessment.tags().values().isEmpty()) {
            html.open("div").element("dt", "Tags").open("dd", "class", "chips");
            for (Map.Entry<String, String> tag : assessment.tags().values().entrySet()) {
                html.element("span", tag.getKey() + "=" + tag.getValue(), "class", "chip");
                html.text(" ");
            }
            html.close(2);
        }
        html.close(3);
    }

    static void footer(Html html, Page page) throws IOException {
        Assessment assessment = page.assessment();
        html.block("footer").open("div", "class", "inner").open("p");
        html.text("Judged as of ");
        Moment.write(html, assessment.asOf());
        html.text(" under policy " + assessment.policy().id() + ", ");
        html.element("code", assessment.policy().digest());
        html.text(". This page needs no script and loads nothing.");
        html.close(3);
    }

    private static void fact(Html html, String name, String value) throws IOException {
        html.open("div").element("dt", name).element("dd", value).close();
    }
}
