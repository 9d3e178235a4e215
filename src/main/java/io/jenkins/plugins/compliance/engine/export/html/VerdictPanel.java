package io.jenkins.plugins.compliance.engine.export.html;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.export.Verdict;
import java.io.IOException;
import java.util.Map;

/** The verdict in one sentence and the numbers behind it. */
final class VerdictPanel {
    private VerdictPanel() {}

    static void write(Html html, Page page) throws IOException {
        Assessment assessment = page.assessment();
        Verdict verdict = Verdict.of(assessment);
        html.block("section", "class", "verdict o-" + verdict.outcome().id(), "aria-labelledby", "verdict");
        html.open("div", "class", "says");
        Badge.icon(html, verdict.outcome());
        html.open("div");
        html.element("h2", verdict.headline(), "id", "verdict");
        html.element("p", verdict.sentence());
        html.close(2);
        html.open("div", "class", "numbers");
        numbers(html, "Procedures", "that apply", assessment.procedureCounts());
        numbers(html, "Requirements", "that are demanded", assessment.requirementCounts());
        html.close(2);
    }

    private static void numbers(Html html, String noun, String which, Map<Outcome, Long> counts) throws IOException {
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        html.block("div", "class", "tally");
        html.open("h3")
                .text(noun + " ")
                .element("span", total + " " + which, "class", "quiet")
                .close();
        if (total > 0) {
            Bar.large(html, noun, counts);
            Bar.legend(html, counts);
        }
        html.close();
    }
}
