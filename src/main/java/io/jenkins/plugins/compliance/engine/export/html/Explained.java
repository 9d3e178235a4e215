package io.jenkins.plugins.compliance.engine.export.html;

import io.jenkins.plugins.compliance.engine.assess.Explanation;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.io.IOException;

/** Explanations of outcomes. */
final class Explained {
    private Explained() {}

    /** The reasons as a list. */
    static void reasons(Html html, Explanation explanation) throws IOException {
        if (!explanation.reasons().isEmpty()) {
            html.open("ul", "class", "reasons");
            for (Phrase reason : explanation.reasons()) {
                html.element("li", reason.toString());
            }
            html.close();
        }
    }

    /** The sentence, and the reasons folded under it. */
    static void folded(Html html, Explanation explanation) throws IOException {
        html.element("p", explanation.summary().toString());
        if (!explanation.reasons().isEmpty()) {
            html.open("details").element("summary", "Reasons");
            reasons(html, explanation);
            html.close();
        }
    }
}
