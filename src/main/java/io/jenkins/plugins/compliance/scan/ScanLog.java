package io.jenkins.plugins.compliance.scan;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblem;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import io.jenkins.plugins.compliance.engine.scan.ScanDemand;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import io.jenkins.plugins.compliance.record.log.BuildLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells in the log of a build what is scanned and why, how each tool ended, what it found, and what of it counts. */
final class ScanLog {
    private final BuildLog log;

    ScanLog(BuildLog log) {
        this.log = log;
    }

    void plan(Tags tags, ScanPlan plan, List<DocumentProblem> problems, ScanRequest request) {
        String where = request.directory().isEmpty() ? "." : request.directory();
        log.line(Messages.ScanLog_plan(where, tags, request.parallel()));
        for (ScanPlan.PlannedScan scan : plan.tools()) {
            String why = scan.why().stream().map(ScanDemand::toString).collect(Collectors.joining(", "));
            String tool = scan.tool().id();
            log.line("  "
                    + (request.wants(tool) ? Messages.ScanLog_runs(tool, why) : Messages.ScanLog_leftOut(tool, why)));
        }
        plan.idle()
                .forEach(idle ->
                        log.line("  " + Messages.ScanLog_idle(idle.tool().id(), idle.reason())));
        plan.uncovered().forEach(each -> log.line("  " + Messages.ScanLog_uncovered(each.demand(), each.reason())));
        problems.forEach(problem -> log.line("  " + Messages.ScanLog_problem(problem)));
    }

    /** What the build leaves to be scanned, though policy demands it. */
    void elsewhere(ToolRun run, ScanRequest request) {
        if (run.files().elsewhere() > 0 && request.wants(run.tool())) {
            log.line("  " + Messages.ScanLog_elsewhere(run.tool(), run.files().elsewhere(), request.directory()));
        }
    }

    void started(String tool) {
        log.line(Messages.ScanLog_started(tool));
    }

    void ended(ToolRun run) {
        Phrase why = run.why();
        String detail = why == null ? "" : ": " + why;
        ToolExecution.End end = run.end();
        if (end != null) {
            log.line(
                    switch (end) {
                        case EXITED ->
                            Messages.ScanLog_exited(run.tool(), run.exitCode(), seconds(run.duration())) + detail;
                        case ABSENT -> Messages.ScanLog_absent(run.tool()) + detail;
                        case NOT_STARTED -> Messages.ScanLog_notStarted(run.tool()) + detail;
                        case TIMED_OUT -> Messages.ScanLog_timedOut(run.tool(), seconds(run.duration())) + detail;
                        case INTERRUPTED -> Messages.ScanLog_interrupted(run.tool(), seconds(run.duration())) + detail;
                    });
        }
    }

    void away(String node) {
        log.line(Messages.ScanLog_away(node));
    }

    void back(String node) {
        log.line(Messages.ScanLog_back(node));
    }

    void killing() {
        log.line(Messages.ScanLog_killing());
    }

    void notKilled(String why) {
        log.line(Messages.ScanLog_notKilled(why));
    }

    /** What a run is worth, and the last lines that the tool printed when it is worth nothing. */
    void recorded(Evidence entry, List<String> lastLines) {
        if (!(entry.fact() instanceof Fact.Scan scan)) {
            return;
        }
        String version = scan.version();
        String tool = version == null ? scan.tool() : scan.tool() + " " + version;
        if (scan.counts()) {
            log.line(Messages.ScanLog_counts(tool, found(entry), String.valueOf(entry.sequence())));
            return;
        }
        log.line(Messages.ScanLog_doesNotCount(tool, String.valueOf(entry.sequence())));
        scan.reasons().forEach(reason -> log.line("  - " + reason));
        lastLines.forEach(each -> log.line("  | " + each));
    }

    void done(boolean complete, ScanRequest request) {
        String good = request.narrows() ? Messages.ScanLog_completeHere() : Messages.ScanLog_complete();
        log.line(complete ? good : Messages.ScanLog_incomplete());
    }

    private static String found(Evidence entry) {
        long components = entry.reports().stream()
                .mapToLong(report -> report.components().total())
                .sum();
        if (components > 0) {
            return Messages.ScanLog_components(String.valueOf(components));
        }
        List<Tally.Cell> cells = entry.reports().stream()
                .map(ReportFact::tally)
                .flatMap(tally -> tally.cells().stream())
                .toList();
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = count(cells, severity);
            if (count > 0) {
                parts.add(count + " " + severity.id());
            }
        }
        long total = cells.stream().mapToLong(Tally.Cell::count).sum();
        long fresh = cells.stream()
                .filter(cell -> cell.age() == Tally.Age.NEW)
                .mapToLong(Tally.Cell::count)
                .sum();
        String of = parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
        return Messages.ScanLog_findings(String.valueOf(total), of, String.valueOf(fresh));
    }

    private static long count(List<Tally.Cell> cells, Severity severity) {
        return cells.stream()
                .filter(cell -> cell.severity() == severity)
                .mapToLong(Tally.Cell::count)
                .sum();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }
}
