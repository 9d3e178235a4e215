package io.jenkins.plugins.compliance.engine.export;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import io.jenkins.plugins.compliance.engine.prose.MarkdownText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A summary in CommonMark with tables, short enough for a comment on a pull request. */
final class MarkdownExport implements AssessmentExport {
    /** Code hosts refuse comments of more than 65,536 characters; the rest is for what follows the list. */
    private static final int LONGEST = 48_000;

    private static final int REQUIREMENTS_NAMED = 6;

    private final ExportOptions options;

    /**
     * @param options how much to show
     */
    public MarkdownExport(ExportOptions options) {
        this.options = options;
    }

    @Override
    public String id() {
        return "markdown";
    }

    @Override
    public String fileName() {
        return "summary.md";
    }

    @Override
    public void write(Assessment assessment, FindingsSource findings, OutputStream out) throws IOException {
        Chain chain = new Chain(assessment);
        ProcedureFindings against = ProcedureFindings.gather(chain, findings, options.findings());
        StringBuilder text = new StringBuilder();
        Verdict verdict = Verdict.of(assessment);
        text.append("## ")
                .append(OutcomeLabel.symbol(verdict.outcome()))
                .append(" Compliance: ")
                .append(verdict.headline().toLowerCase(Locale.ROOT))
                .append("\n\n")
                .append(verdict.sentence())
                .append("\n\n");
        counts(text, assessment);
        actions(text, chain, against);
        frameworks(text, assessment);
        text.append("\n---\n")
                .append(escaped(assessment.job()))
                .append(assessment.build().isEmpty() ? "" : ", build " + escaped(assessment.build()))
                .append(", judged as of ")
                .append(assessment.asOf())
                .append(" under policy ")
                .append(escaped(
                        assessment.policy().id() + " " + assessment.policy().version()))
                .append(" (")
                .append(escaped(assessment.policy().digest()))
                .append(").\n");
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void counts(StringBuilder text, Assessment assessment) {
        Map<Outcome, Long> procedures = assessment.procedureCounts();
        Map<Outcome, Long> requirements = assessment.requirementCounts();
        text.append("| Outcome | Procedures | Requirements |\n| --- | ---: | ---: |\n");
        for (Outcome outcome : OutcomeLabel.BEST_FIRST) {
            long left = procedures.getOrDefault(outcome, 0L);
            long right = requirements.getOrDefault(outcome, 0L);
            if (left + right > 0) {
                text.append("| ")
                        .append(OutcomeLabel.symbol(outcome))
                        .append(' ')
                        .append(OutcomeLabel.words(outcome))
                        .append(" | ")
                        .append(left)
                        .append(" | ")
                        .append(right)
                        .append(" |\n");
            }
        }
    }

    private void actions(StringBuilder text, Chain chain, ProcedureFindings against) {
        List<ProcedureResult> actions = chain.actions();
        if (actions.isEmpty()) {
            return;
        }
        text.append("\n### What to do next\n\n");
        int shown = 0;
        for (ProcedureResult each : actions) {
            if (shown == options.actions() || text.length() > LONGEST) {
                break;
            }
            action(text, chain, against, each);
            shown++;
        }
        if (shown < actions.size()) {
            text.append("\nand ").append(actions.size() - shown).append(" more, see the full report.\n");
        }
    }

    private static void action(StringBuilder text, Chain chain, ProcedureFindings against, ProcedureResult result) {
        text.append("- ")
                .append(OutcomeLabel.symbol(result.outcome()))
                .append(" **")
                .append(line(result.procedure().title()))
                .append("** (")
                .append(OutcomeLabel.words(result.outcome()))
                .append("): ")
                .append(line(result.procedure().statement()))
                .append("\n  - ")
                .append(line(result.explanation().summary().toString()))
                .append('\n');
        List<RequirementResult> requirements = chain.requirementsOf(result);
        if (!requirements.isEmpty()) {
            text.append("  - Why: ")
                    .append(requirements.stream()
                            .limit(REQUIREMENTS_NAMED)
                            .map(each -> line(each.requirement().toString()))
                            .collect(Collectors.joining(", ")));
            if (requirements.size() > REQUIREMENTS_NAMED) {
                text.append(" and ")
                        .append(requirements.size() - REQUIREMENTS_NAMED)
                        .append(" more");
            }
            text.append('\n');
        }
        ProcedureFindings.Shown shown = against.of(result);
        for (ProcedureFindings.Located each : shown.first()) {
            text.append("  - ")
                    .append(escaped(FindingText.line(each.finding())))
                    .append('\n');
        }
        if (shown.more() > 0) {
            text.append("  - and ").append(shown.more()).append(" more\n");
        }
    }

    private static void frameworks(StringBuilder text, Assessment assessment) {
        if (assessment.requirements().isEmpty()) {
            return;
        }
        text.append("\n### Requirements by framework\n\n| Framework | Satisfied | Demanded |\n| --- | ---: | ---: |\n");
        for (Coverage.Row row : Coverage.byFramework(assessment)) {
            text.append("| ")
                    .append(line(row.label()))
                    .append(" | ")
                    .append(row.satisfied())
                    .append(" | ")
                    .append(row.total())
                    .append(" |\n");
        }
    }

    private static String escaped(String text) {
        return MarkdownText.inComment(FindingText.oneLine(text));
    }

    private static String line(String text) {
        return escaped(FindingText.shortened(text));
    }
}
