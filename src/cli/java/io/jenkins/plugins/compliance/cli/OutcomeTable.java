package io.jenkins.plugins.compliance.cli;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import io.jenkins.plugins.compliance.engine.export.Chain;
import io.jenkins.plugins.compliance.engine.export.FindingsSource;
import io.jenkins.plugins.compliance.engine.export.ProcedureFindings;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Prints an assessment for people: counts, then what to do about what is not satisfied. */
final class OutcomeTable {
    private static final int FINDINGS = 3;

    private final PrintWriter out;
    private final Style text;
    private final boolean all;

    /**
     * @param all whether to tell as much of what nobody gave evidence for as of what evidence speaks against
     */
    OutcomeTable(PrintWriter out, Style text, boolean all) {
        this.out = out;
        this.text = text;
        this.all = all;
    }

    void print(Assessment assessment, FindingsSource findings) throws IOException {
        out.printf(
                "%nJudged %s%s as of %s%nunder %s %s (%s)%n",
                DisplayText.line(assessment.job()),
                assessment.build().isEmpty() ? "" : " build " + DisplayText.line(assessment.build()),
                assessment.asOf().truncatedTo(ChronoUnit.SECONDS),
                assessment.policy().id(),
                assessment.policy().version(),
                assessment.policy().digest());
        out.printf(
                "Tags: %s. Archetypes: %s.%n%n",
                assessment.tags().values().isEmpty()
                        ? "none"
                        : DisplayText.line(assessment.tags().toString()),
                assessment.archetypes().isEmpty() ? "none" : String.join(", ", assessment.archetypes()));
        counts(assessment);
        List<ProcedureResult> open = assessment.applicable().stream()
                .filter(each -> each.outcome() != Outcome.SATISFIED)
                .sorted(Comparator.comparing(ProcedureResult::outcome))
                .toList();
        ProcedureFindings against = ProcedureFindings.gather(new Chain(assessment), findings, FINDINGS);
        List<ProcedureResult> silent = new ArrayList<>();
        for (ProcedureResult each : open) {
            if (all || each.outcome() != Outcome.MISSING) {
                procedure(each, assessment, against);
            } else {
                silent.add(each);
            }
        }
        new MissingList(out, text).print(silent);
        unmapped(assessment);
        out.flush();
    }

    private void counts(Assessment assessment) {
        Map<Outcome, Long> procedures = assessment.procedureCounts();
        Map<Outcome, Long> requirements = assessment.requirementCounts();
        out.printf("%-15s %10s %12s%n", "outcome", "procedures", "requirements");
        for (Outcome outcome : Outcome.values()) {
            long count = procedures.getOrDefault(outcome, 0L);
            long required = requirements.getOrDefault(outcome, 0L);
            if (count + required > 0) {
                out.printf("%s %10d %12d%n", text.outcome(outcome, 15), count, required);
            }
        }
        out.printf(
                "%-15s %10d %12d%n",
                "all", assessment.applicable().size(), assessment.requirements().size());
    }

    private void procedure(ProcedureResult result, Assessment assessment, ProcedureFindings against) {
        out.printf(
                "%n%s %s%n",
                text.outcome(result.outcome(), 0),
                text.bold(DisplayText.line(result.procedure().title())));
        out.printf("  what to do  %s%n", DisplayText.line(result.procedure().statement()));
        out.printf(
                "  because     %s%n",
                DisplayText.line(result.explanation().summary().toString()));
        for (Phrase reason : result.explanation().reasons()) {
            out.printf("              %s%n", DisplayText.line(reason.toString()));
        }
        out.printf("  required by %s%n", DisplayText.line(requiredBy(result, assessment)));
        where(result, against);
        String playbook = result.procedure().guidance().playbook();
        if (playbook != null) {
            out.printf("  playbook    %s%n", playbook);
        }
        out.printf(
                "  procedure   %s (%s)%n",
                result.procedure().id(), result.procedure().role().id());
    }

    private static String requiredBy(ProcedureResult result, Assessment assessment) {
        List<String> names = new ArrayList<>();
        for (RequirementResult requirement : assessment.requirements()) {
            if (requirement.claims().stream()
                    .anyMatch(
                            claim -> claim.procedure().equals(result.procedure().id()))) {
                RequirementRef ref = requirement.requirement();
                names.add(ref + (requirement.title().isEmpty() ? "" : " " + requirement.title()));
            }
        }
        int shown = Math.min(names.size(), 4);
        String rest = names.size() > shown ? " and " + (names.size() - shown) + " more" : "";
        return String.join("; ", names.subList(0, shown)) + rest;
    }

    private void where(ProcedureResult result, ProcedureFindings against) {
        if (result.outcome() != Outcome.NOT_SATISFIED && result.waived() != Outcome.NOT_SATISFIED) {
            return;
        }
        ProcedureFindings.Shown shown = against.of(result);
        String label = "where";
        for (ProcedureFindings.Located each : shown.first()) {
            Finding finding = each.finding();
            out.printf(
                    "  %-11s %s %s %s: %s%n",
                    label,
                    finding.severity().id(),
                    DisplayText.line(
                            finding.place() == null ? "" : finding.place().toString()),
                    DisplayText.line(finding.rule()),
                    text.shortened(finding.message(), 110));
            label = "";
        }
        if (shown.more() > 0) {
            out.printf("              and %d more%n", shown.more());
        }
    }

    private void unmapped(Assessment assessment) {
        List<String> unmapped = assessment.requirements().stream()
                .filter(each -> each.outcome() == Outcome.UNMAPPED)
                .map(each -> each.requirement().toString())
                .toList();
        if (!unmapped.isEmpty()) {
            int shown = Math.min(unmapped.size(), 8);
            out.printf(
                    "%nNo procedure of the policy claims: %s%s%n",
                    String.join(", ", unmapped.subList(0, shown)),
                    unmapped.size() > shown ? " and " + (unmapped.size() - shown) + " more" : "");
        }
    }
}
