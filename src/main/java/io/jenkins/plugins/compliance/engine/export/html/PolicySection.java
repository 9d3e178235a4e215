package io.jenkins.plugins.compliance.engine.export.html;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.export.OutcomeLabel;
import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import java.io.IOException;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Under what this was judged, what the outcomes mean, and how to check all of it. */
final class PolicySection implements Section {
    static final String ANCHOR = "policy";

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    @Override
    public String anchor() {
        return ANCHOR;
    }

    @Override
    public String heading() {
        return "Policy and verification";
    }

    @Override
    public void write(Html html, Page page) throws IOException {
        Assessment assessment = page.assessment();
        policy(html, assessment);
        archetypes(html, assessment);
        verification(html, assessment);
        legend(html);
    }

    private static void policy(Html html, Assessment assessment) throws IOException {
        PolicyPack pack = assessment.policy();
        html.element("h3", "Judged under");
        html.open("dl", "class", "what");
        html.element("dt", "Policy").open("dd").text(pack.title() + ", version " + pack.version() + " ");
        html.element("code", pack.id()).close();
        html.element("dt", "Digest").open("dd").element("code", pack.digest()).close();
        if (!pack.effectiveFrom().isEmpty()) {
            html.element("dt", "In force from").element("dd", pack.effectiveFrom());
        }
        html.element("dt", "As of").open("dd");
        Moment.write(html, assessment.asOf());
        html.text(": evidence that was recorded later is not in this report.").close();
        html.element("dt", "Tags")
                .element(
                        "dd",
                        assessment.tags().values().isEmpty()
                                ? "none"
                                : assessment.tags().toString());
        html.close();
    }

    private static void archetypes(Html html, Assessment assessment) throws IOException {
        html.element("h3", "Archetypes of this application");
        if (assessment.archetypes().isEmpty()) {
            html.element("p", "No archetype matches these tags.");
            return;
        }
        html.open("dl", "class", "what");
        for (String id : assessment.archetypes()) {
            html.open("dt", "id", Anchors.archetype(id)).element("code", id).close();
            html.open("dd");
            for (Archetype each : assessment.policy().archetypes()) {
                if (each.id().equals(id)) {
                    html.open("p")
                            .element("b", each.title())
                            .text(". " + each.description())
                            .close();
                    html.open("p", "class", "quiet").text("chosen by ");
                    html.element("code", each.when().toString()).text(", demands ");
                    html.text(each.requires().size() + " requirements").close();
                }
            }
            html.close();
        }
        html.close();
    }

    private static void verification(Html html, Assessment assessment) throws IOException {
        html.element("h3", "How to verify");
        html.open("p")
                .text(
                        "This page is a rendering and proves nothing by itself. The signed evidence does: take the evidence folder ");
        html.text("and the public key of whoever recorded it, and run").close();
        html.open("pre").element("code", "compliance verify EVIDENCE-FOLDER --key PUBLIC-KEY.pem" + head(assessment));
        html.close();
        html.open("p")
                .text("Then compare the digests of the entries with the table of ")
                .to("evidence", "evidence");
        html.text(
                ". The same policy, identified by its digest, the same evidence and the same moment give the same outcomes.");
        html.close();
    }

    /** The last entry that was looked at: a ledger that was cut short since does not hold it any more. */
    private static String head(Assessment assessment) {
        return assessment.evidence().stream()
                .max(Comparator.comparingLong(Evidence::sequence))
                .map(Evidence::digest)
                .filter(DIGEST.asMatchPredicate())
                .map(digest -> " --head " + digest)
                .orElse("");
    }

    private static void legend(Html html) throws IOException {
        html.element("h3", "What the outcomes mean");
        html.open("dl", "class", "what outcomes");
        for (Outcome outcome : Outcome.values()) {
            html.open("dt");
            Badge.outcome(html, outcome);
            html.close().element("dd", OutcomeLabel.meaning(outcome));
        }
        html.close();
    }
}
