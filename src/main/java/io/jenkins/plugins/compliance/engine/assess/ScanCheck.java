package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Judges that scans ran and stayed within thresholds. Where a category is demanded, every tool of it that was planned must
 * speak, about the whole workspace: one good scanner does not excuse another that crashed or is not installed, and one clean directory
 * does not excuse another that was not looked at.
 */
final class ScanCheck {
    private ScanCheck() {}

    static Judgement judge(Check.Scan check, Cadence cadence, EvidenceIndex view, Freshness freshness) {
        for (Evidence plan : view.plans()) {
            if (plan.integrity() instanceof Evidence.Integrity.Broken broken) {
                return Judgement.of(
                        Outcome.UNVERIFIABLE,
                        "The record of what was to be scanned can't be relied on.",
                        broken.reasons(),
                        List.of(plan));
            }
        }
        List<Fact.PlannedTool> tools = demanded(check, view);
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
            List<ToolScansOfBuild> builds = speaking(view.scansBy(tool.tool()));
            Judged one = builds.isEmpty()
                    ? new Judged(
                            Outcome.MISSING, List.of(tool.note() == null ? "it left no evidence" : tool.note()), "")
                    : judge(tool, builds, check, cadence, freshness);
            worst = worst.worse(one.outcome());
            one.reasons().forEach(reason -> reasons.add(one.prefix(tool) + reason));
            builds.forEach(build -> used.addAll(build.runs()));
        }
        return Judgement.of(worst, summary(worst, tools), reasons, used);
    }

    /** What judging one tool gave. */
    private record Judged(Outcome outcome, List<String> reasons, String where) {
        /** Doubts name their tool already. */
        String prefix(Fact.PlannedTool tool) {
            return outcome == Outcome.UNVERIFIABLE ? "" : tool.tool() + where + ": ";
        }
    }

    private static List<Fact.PlannedTool> demanded(Check.Scan check, EvidenceIndex view) {
        String named = check.tool();
        if (named != null) {
            Optional<Fact.PlannedTool> planned = view.plannedTools().stream()
                    .filter(each -> each.tool().equals(named))
                    .findFirst();
            if (planned.isEmpty() && view.scansBy(named).isEmpty()) {
                return List.of();
            }
            return List.of(planned.orElseGet(() -> new Fact.PlannedTool(named, "", true, null)));
        }
        String category = Objects.requireNonNull(check.category(), "a scan check names a category or a tool");
        if (!view.plans().isEmpty()) {
            return view.plannedTools().stream()
                    .filter(each -> each.category().equals(category))
                    .toList();
        }
        return view.toolsOf(category).stream()
                .sorted()
                .map(tool -> new Fact.PlannedTool(tool, category, true, null))
                .toList();
    }

    /** The newest build that a tool scanned; where it scanned a part, also the newest before of which nothing was left out. */
    private static List<ToolScansOfBuild> speaking(List<ToolScansOfBuild> builds) {
        if (builds.isEmpty() || builds.get(0).rest().isEmpty()) {
            return builds.stream().limit(1).toList();
        }
        List<ToolScansOfBuild> speaking = new ArrayList<>(builds.subList(0, 1));
        builds.stream().filter(build -> build.rest().isEmpty()).findFirst().ifPresent(speaking::add);
        return speaking;
    }

    private static Judged judge(
            Fact.PlannedTool tool, List<ToolScansOfBuild> builds, Check.Scan check, Cadence cadence, Freshness freshness) {
        ToolScansOfBuild newest = builds.get(0);
        ToolScansOfBuild whole = builds.get(builds.size() - 1);
        Optional<String> rest = newest.rest();
        List<String> doubts =
                builds.stream().flatMap(build -> build.doubts().stream()).toList();
        if (!doubts.isEmpty()) {
            return new Judged(Outcome.UNVERIFIABLE, doubts, "");
        }
        List<String> exceeded = builds.stream()
                .flatMap(build -> build.exceeded(check.thresholds()).stream())
                .distinct()
                .toList();
        if (!exceeded.isEmpty()) {
            return new Judged(Outcome.NOT_SATISFIED, exceeded, newest == whole ? newest.where() : "");
        }
        if (rest.isPresent() && whole == newest) {
            return new Judged(Outcome.MISSING, List.of(rest.get()), "");
        }
        List<String> old = new ArrayList<>();
        whole.runs().forEach(run -> freshness.tooOld(run, cadence).ifPresent(old::add));
        if (!old.isEmpty()) {
            String note = tool.note();
            String absent = tool.present() || note == null ? "" : " (" + note + ")";
            List<String> reasons = new ArrayList<>();
            old.forEach(each -> reasons.add(each + absent));
            rest.ifPresent(reasons::add);
            return new Judged(Outcome.STALE, reasons, "");
        }
        return new Judged(
                Outcome.SATISFIED, List.of("ran, " + whole.findings() + " findings, within thresholds"), whole.where());
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
