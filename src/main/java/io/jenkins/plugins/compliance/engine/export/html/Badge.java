package io.jenkins.plugins.compliance.engine.export.html;

import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.export.OutcomeLabel;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.io.IOException;

/** Outcomes and severities as a shape and a word, coloured besides. */
final class Badge {
    private Badge() {}

    /** The shapes, drawn once and referred to from everywhere. */
    static void shapes(Html html) throws IOException {
        html.block("svg", "class", "shapes", "width", "0", "height", "0", "aria-hidden", "true", "focusable", "false");
        shape(html, Outcome.SATISFIED, "M3 8.5l3.2 3.2L13 4.8");
        shape(html, Outcome.NOT_SATISFIED, "M4 4l8 8M12 4l-8 8");
        shape(html, Outcome.UNVERIFIABLE, "M8 2L1.5 13.5h13zM8 6.5v3.2M8 11.7v.3");
        shape(html, Outcome.MISSING, "M8 2.5a5.5 5.5 0 1 0 .01 0z");
        shape(html, Outcome.STALE, "M8 2.5a5.5 5.5 0 1 0 .01 0zM8 5v3.2l2.4 1.4");
        shape(html, Outcome.WAIVED, "M8 1.8l5.2 2v3.9c0 3-2.1 5.2-5.2 6.6c-3.1-1.4-5.2-3.6-5.2-6.6V3.8zM5.6 8h4.8");
        shape(html, Outcome.UNMAPPED, "M3 3h10v10H3zM3 13L13 3");
        shape(html, Outcome.PARTIAL, "M8 2.5a5.5 5.5 0 1 0 .01 0zM8 2.5v11M10 3.4v9.2M12 4.9v6.2");
        shape(html, Outcome.NOT_APPLICABLE, "M3.5 8h9");
        html.close();
    }

    private static void shape(Html html, Outcome outcome, String path) throws IOException {
        html.open("symbol", "id", "shape-" + outcome.id(), "viewBox", "0 0 16 16");
        html.empty("path", "d", path);
        html.close();
    }

    /** The shape alone, for places where the word stands beside it. */
    static void icon(Html html, Outcome outcome) throws IOException {
        html.open("svg", "class", "icon o-" + outcome.id(), "aria-hidden", "true", "focusable", "false");
        html.empty("use", "href", "#shape-" + outcome.id());
        html.close();
    }

    /** Shape and word. */
    static void outcome(Html html, Outcome outcome) throws IOException {
        html.open("span", "class", "badge o-" + outcome.id());
        icon(html, outcome);
        html.text(OutcomeLabel.words(outcome));
        html.close();
    }

    /** The word of a severity. */
    static void severity(Html html, Severity severity) throws IOException {
        html.element("span", severity.id(), "class", "severity s-" + severity.id());
    }
}
