package io.jenkins.plugins.compliance.cli;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.Explanation;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.prose.MarkdownReader;
import io.jenkins.plugins.compliance.engine.prose.PlainTextWriter;
import java.io.PrintWriter;

/**
 * Prints why one procedure or requirement has its outcome: which evidence, which threshold, which policy, which moment; and of a
 * procedure how to do it.
 */
final class ExplanationText {

    private final PrintWriter out;

    ExplanationText(PrintWriter out) {
        this.out = out;
    }

    /**
     * @throws IllegalArgumentException when the assessment has neither a procedure nor a requirement of this id
     */
    void print(Assessment assessment, String id) {
        boolean found = false;
        for (ProcedureResult each : assessment.procedures()) {
            if (each.procedure().id().equals(id)) {
                found = true;
                out.printf("procedure %s: %s%n", id, each.outcome().id());
                out.printf(
                        "  statement  %s%n", DisplayText.line(each.procedure().statement()));
                out.printf("  cadence    %s%n", each.procedure().cadence());
                explanation(each.explanation(), assessment);
                playbook(each.procedure().guidance().playbook(), assessment);
            }
        }
        for (RequirementResult each : assessment.requirements()) {
            if (each.requirement().toString().equals(id)) {
                found = true;
                out.printf(
                        "requirement %s %s: %s%n",
                        id, DisplayText.line(each.title()), each.outcome().id());
                out.printf("  demanded by archetypes %s%n", String.join(", ", each.archetypes()));
                each.claims()
                        .forEach(claim -> out.printf(
                                "  claimed %s by %s%s: %s%n",
                                claim.strength().id(),
                                claim.procedure(),
                                claim.through().equals(each.requirement()) ? "" : " through " + claim.through(),
                                claim.outcome().id()));
                explanation(each.explanation(), assessment);
            }
        }
        if (!found) {
            throw new IllegalArgumentException(
                    "--explain " + id + ": no procedure of the policy and no requirement that is"
                            + " demanded has this id; requirements are written framework/requirement");
        }
        out.printf(
                "  judged as of %s under %s %s (%s), tags %s%n",
                assessment.asOf(),
                assessment.policy().id(),
                assessment.policy().version(),
                assessment.policy().digest(),
                assessment.tags().values().isEmpty()
                        ? "none"
                        : DisplayText.line(assessment.tags().toString()));
    }

    private void playbook(@CheckForNull String path, Assessment assessment) {
        String playbook = path == null ? null : assessment.policy().playbooks().get(path);
        if (playbook != null) {
            out.printf("  playbook   %s%n%n", path);
            PlainTextWriter.lines(MarkdownReader.read(playbook))
                    .forEach(line -> out.println(line.isEmpty() ? "" : "    " + line));
            out.println();
        }
    }

    private void explanation(Explanation explanation, Assessment assessment) {
        out.printf("  because    %s%n", DisplayText.line(explanation.summary().toString()));
        explanation.reasons().forEach(reason -> out.printf("             %s%n", DisplayText.line(reason.toString())));
        for (Evidence evidence : assessment.evidence()) {
            if (explanation.evidence().contains(evidence.ref())) {
                out.printf(
                        "  evidence   %d %s, recorded %s, envelope sha256:%s, %s%n",
                        evidence.sequence(),
                        evidence.name(),
                        evidence.recordedAt(),
                        evidence.digest(),
                        evidence.integrity() instanceof Evidence.Integrity.Verified ? "verified" : "not verified");
            }
        }
    }
}
