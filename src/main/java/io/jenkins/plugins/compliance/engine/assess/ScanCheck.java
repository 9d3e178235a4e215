package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.Fact;
import io.jenkins.plugins.compliance.engine.evidence.ReportFact;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Judges that scans ran and stayed within thresholds. Where a category is demanded, every tool of it that was planned must
 * speak: one good scanner does not excuse another that crashed or is not installed.
 */
final class ScanCheck {
    private ScanCheck() {}

    static Judgement judge(Check.Scan check, Cadence cadence, EvidenceView view, Freshness freshness) {
        Optional<Evidence> plan = view.plan();
        if (plan.isPresent() && plan.get().integrity() instanceof Evidence.Integrity.Broken broken) {
            return Judgement.of(
                    Outcome.UNVERIFIABLE,
                    "The record of what was to be scanned can't be relied on.",
                    broken.reasons(),
                    List.of(plan.get()));
        }
        List<Fact.PlannedTool> tools = demanded(check, view, plan);
        if (tools.isEmpty()) {
            return Judgement.missing(
                    check.tool() == null
                            ? "No scan of category " + check.category() + " was ever recorded."
                            : "No scan by " + check.tool() + " was ever recorded.");
        }
        Outcome worst = Outcome.SATISFIED;
        List<String> reasons = new ArrayList<>();
        List<Evidence> used = new ArrayList<>();
        for (Fact.PlannedTool tool : tools) {
            Judgement one = judgeTool(tool, check, cadence, view, freshness);
            worst = worst.worse(one.outcome());
            reasons.addAll(one.explanation().reasons());
            view.scanBy(tool.tool()).ifPresent(used::add);
        }
        return Judgement.of(worst, summary(worst, tools), reasons, used);
    }

    private static List<Fact.PlannedTool> demanded(Check.Scan check, EvidenceView view, Optional<Evidence> plan) {
        String named = check.tool();
        if (named != null) {
            Optional<Fact.PlannedTool> planned = plan.flatMap(evidence -> plannedTools(evidence).stream()
                    .filter(each -> each.tool().equals(named))
                    .findFirst());
            if (planned.isEmpty() && view.scanBy(named).isEmpty()) {
                return List.of();
            }
            return List.of(planned.orElseGet(() -> new Fact.PlannedTool(named, "", true, null)));
        }
        String category = Objects.requireNonNull(check.category(), "a scan check names a category or a tool");
        if (plan.isPresent()) {
            return plannedTools(plan.get()).stream()
                    .filter(each -> each.category().equals(category))
                    .toList();
        }
        return view.toolsOf(category).stream()
                .sorted()
                .map(tool -> new Fact.PlannedTool(tool, category, true, null))
                .toList();
    }

    private static List<Fact.PlannedTool> plannedTools(Evidence plan) {
        return plan.fact() instanceof Fact.Plan fact ? fact.tools() : List.of();
    }

    private static Judgement judgeTool(
            Fact.PlannedTool tool, Check.Scan check, Cadence cadence, EvidenceView view, Freshness freshness) {
        Optional<Evidence> found = view.scanBy(tool.tool());
        if (found.isEmpty()) {
            String why = tool.note() == null ? "it left no evidence" : tool.note();
            return Judgement.of(Outcome.MISSING, "", List.of(tool.tool() + ": " + why), List.of());
        }
        Evidence evidence = found.get();
        List<String> doubts = Reliance.doubts(evidence);
        if (!doubts.isEmpty()) {
            return Judgement.of(Outcome.UNVERIFIABLE, "", doubts, List.of(evidence));
        }
        List<String> exceeded = ThresholdCheck.exceeded(check.thresholds(), List.of(evidence));
        if (!exceeded.isEmpty()) {
            List<String> reasons =
                    exceeded.stream().map(each -> tool.tool() + ": " + each).toList();
            return Judgement.of(Outcome.NOT_SATISFIED, "", reasons, List.of(evidence));
        }
        Optional<String> old = freshness.tooOld(evidence, cadence);
        if (old.isPresent()) {
            String absent = tool.present() || tool.note() == null ? "" : " (" + tool.note() + ")";
            return Judgement.of(Outcome.STALE, "", List.of(tool.tool() + ": " + old.get() + absent), List.of(evidence));
        }
        long findings = 0;
        for (ReportFact report : evidence.reports()) {
            findings += report.tally().total();
        }
        return Judgement.of(
                Outcome.SATISFIED,
                "",
                List.of(tool.tool() + ": ran, " + findings + " findings, within thresholds"),
                List.of(evidence));
    }

    private static String summary(Outcome outcome, List<Fact.PlannedTool> tools) {
        String names =
                String.join(", ", tools.stream().map(Fact.PlannedTool::tool).toList());
        return switch (outcome) {
            case SATISFIED -> "Scanned by " + names + "; findings are within thresholds.";
            case NOT_SATISFIED -> "Findings exceed the thresholds.";
            case STALE -> "The newest scan is too old.";
            case MISSING -> "A demanded scan was never recorded.";
            default -> "A scan can't be relied on.";
        };
    }
}
