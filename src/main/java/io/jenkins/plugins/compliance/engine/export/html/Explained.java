package io.jenkins.plugins.compliance.engine.export.html;

import io.jenkins.plugins.compliance.engine.assess.Explanation;
import java.io.IOException;

/** Explanations of outcomes. */
final class Explained {
    private Explained() {}

    /** The reasons as a list. */
    static void reasons(Html html, Explanation explanation) throws IOException {
        if (!explanation.reasons().isEmpty()) {
            html.open("ul", "class", "reasons");
            for (String reason : explanation.reasons()) {
                html.element("li", reason);
            }
            html.close();
        }
    }

    /** The sentence, and the reasons folded under it. */
    static void folded(Html html, Explanation explanation) throws IOException {
        html.element("p", explanation.summary());
        if (!explanation.reasons().isEmpty()) {
            html.open("details").element("summary", "Reasons");
            reasons(html, explanation);
            html.close();
        }
    }
}
