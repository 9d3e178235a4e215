package io.jenkins.plugins.compliance.engine.assess;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.time.Instant;
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
                        Outcome.UNVERIFIABLE, OutcomeReason.PLAN_UNRELIABLE.of(), broken.reasons(), List.of(plan));
            }
        }
        List<Fact.PlannedTool> tools = demanded(check, view);
        if (tools.isEmpty()) {
            return Judgement.missing(
                    check.tool() == null
                            ? OutcomeReason.NO_SCAN_OF_CATEGORY.of(check.category())
                            : OutcomeReason.NO_SCAN_BY_TOOL.of(check.tool()));
        }
        Outcome worst = Outcome.SATISFIED;
        List<Phrase> reasons = new ArrayList<>();
        List<Evidence> used = new ArrayList<>();
        Instant staleAt = null;
        for (Fact.PlannedTool tool : tools) {
            List<ToolScansOfBuild> builds = speaking(view.scansBy(tool.tool()));
            Judged one = builds.isEmpty()
                    ? Judged.of(Outcome.MISSING, List.of(absent(tool)))
                    : judge(tool, builds, check, cadence, freshness);
            worst = worst.worse(one.outcome());
            one.reasons().forEach(reason -> reasons.add(one.of(tool, reason)));
            builds.forEach(build -> used.addAll(build.runs()));
            staleAt = Freshness.earlier(staleAt, one.staleAt());
        }
        // Whatever else is the matter is worse than stale, and time mends none of it.
        return Judgement.of(worst, summary(worst, tools), reasons, used)
                .until(worst == Outcome.SATISFIED ? staleAt : null);
    }

    /** Why a tool that was planned has left nothing. */
    static Phrase absent(Fact.PlannedTool tool) {
        Phrase note = tool.note();
        return note == null ? OutcomeReason.LEFT_NO_EVIDENCE.of() : note;
    }

    /**
     * What judging one tool gave.
     *
     * @param where the directories that it speaks of; empty for all
     * @param staleAt when it turns stale by time alone; null when it does not
     */
    private record Judged(
            Outcome outcome,
            List<Phrase> reasons,
            List<String> where,
            @CheckForNull Instant staleAt) {
        static Judged of(Outcome outcome, List<Phrase> reasons) {
            return new Judged(outcome, reasons, List.of(), null);
        }

        /** Doubts name their tool already. */
        Phrase of(Fact.PlannedTool tool, Phrase reason) {
            return outcome == Outcome.UNVERIFIABLE ? reason : OutcomeReason.OF_TOOL.of(tool.tool(), where, reason);
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
            Fact.PlannedTool tool,
            List<ToolScansOfBuild> builds,
            Check.Scan check,
            Cadence cadence,
            Freshness freshness) {
        ToolScansOfBuild newest = builds.get(0);
        ToolScansOfBuild whole = builds.get(builds.size() - 1);
        Optional<Phrase> rest = newest.rest();
        List<Phrase> doubts =
                builds.stream().flatMap(build -> build.doubts().stream()).toList();
        if (!doubts.isEmpty()) {
            return Judged.of(Outcome.UNVERIFIABLE, doubts);
        }
        List<Phrase> exceeded = builds.stream()
                .flatMap(build -> build.exceeded(check.thresholds()).stream())
                .distinct()
                .toList();
        if (!exceeded.isEmpty()) {
            return new Judged(Outcome.NOT_SATISFIED, exceeded, newest == whole ? newest.where() : List.of(), null);
        }
        if (rest.isPresent() && whole == newest) {
            return Judged.of(Outcome.MISSING, List.of(rest.get()));
        }
        List<Phrase> old = new ArrayList<>();
        whole.runs().forEach(run -> freshness.tooOld(run, cadence).ifPresent(old::add));
        if (!old.isEmpty()) {
            Phrase note = tool.present() ? null : tool.note();
            List<Phrase> reasons = new ArrayList<>();
            old.forEach(each -> reasons.add(note == null ? each : OutcomeReason.TOOL_IS_GONE.of(each, note)));
            rest.ifPresent(reasons::add);
            return Judged.of(Outcome.STALE, reasons);
        }
        return new Judged(
                Outcome.SATISFIED,
                List.of(OutcomeReason.WITHIN_THRESHOLDS.of(whole.findings())),
                whole.where(),
                freshness.staleAt(whole.runs(), cadence));
    }

    private static Phrase summary(Outcome outcome, List<Fact.PlannedTool> tools) {
        return switch (outcome) {
            case SATISFIED ->
                OutcomeReason.SCANNED.of(
                        tools.stream().map(Fact.PlannedTool::tool).toList());
            case NOT_SATISFIED -> OutcomeReason.FINDINGS_EXCEED_THRESHOLDS.of();
            case STALE -> OutcomeReason.SCAN_TOO_OLD.of();
            case MISSING -> OutcomeReason.SCAN_MISSING.of();
            default -> OutcomeReason.SCAN_UNRELIABLE.of();
        };
    }
}
