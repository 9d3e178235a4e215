package io.jenkins.plugins.compliance.engine.export.html;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import java.io.IOException;
import java.util.List;

/** Links to entries of the ledger. */
final class EvidenceLinks {
    private EvidenceLinks() {}

    /** Number and name of each entry. */
    static void write(Html html, List<Evidence> evidence) throws IOException {
        if (evidence.isEmpty()) {
            return;
        }
        html.open("ul", "class", "inline");
        for (Evidence each : evidence) {
            html.open("li")
                    .to(Anchors.evidence(each.sequence()), "#" + each.sequence() + " " + each.name())
                    .close();
        }
        html.close();
    }

    /** Number of each entry. */
    static void numbers(Html html, List<Evidence> evidence) throws IOException {
        for (Evidence each : evidence) {
            html.text(" ").to(Anchors.evidence(each.sequence()), "#" + each.sequence());
        }
    }
}
