package io.jenkins.plugins.compliance.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.Wildcard;
import io.jenkins.plugins.compliance.engine.report.Problem;
import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a report itself says against being believed. */
public final class ReportHealth {
    /** What a report made elsewhere must show: nothing that its format need not have. */
    public static final ScanTool.Health PLAIN = new ScanTool.Health(false, 0, List.of(), List.of());

    private static final int NAMED = 3;

    /** External parts of a SARIF report without which its results are all there and mean the same (SARIF 2.1.0, 3.15.3). */
    private static final Pattern INESSENTIAL = Pattern.compile(
            "runs\\[\\d+\\]\\.externalPropertyFileReferences\\.(?:taxonomies|graphs|addresses|translations|webRequests"
                    + "|webResponses|logicalLocations|threadFlowLocations|conversion)(?:\\[\\d+\\])?");

    private ReportHealth() {}

    /**
     * Why a report does not count; empty when nothing is against it.
     *
     * @param summary what a reading of it found
     * @param health what it must show
     */
    public static List<Phrase> failures(ReportSummary summary, ScanTool.Health health) {
        List<Phrase> reasons = new ArrayList<>();
        if (!summary.complete()) {
            reasons.add(some(RunReason.INCOMPLETE, of(summary, Problem.Kind.INCOMPLETE)));
        }
        List<Problem> missing = of(summary, Problem.Kind.MISSING_PART).stream()
                .filter(problem -> !INESSENTIAL.matcher(problem.where()).matches())
                .toList();
        if (!missing.isEmpty()) {
            reasons.add(some(RunReason.PART_MISSING, missing));
        }
        success(summary, health, reasons);
        List<Problem> errors = of(summary, Problem.Kind.TOOL_ERROR).stream()
                .filter(problem -> !isTolerated(problem, health))
                .toList();
        if (!errors.isEmpty()) {
            reasons.add(RunReason.TOOL_ERRORS.of(errors.size(), named(errors), more(errors)));
        }
        List<Problem> bad = of(summary, Problem.Kind.BAD_ELEMENT);
        if (!bad.isEmpty() && bad.size() >= summary.results()) {
            reasons.add(some(RunReason.NO_RESULT_READABLE, bad));
        }
        if (summary.problemCount() > summary.problems().size()) {
            // A failure of the tool may be among those that are only counted.
            reasons.add(RunReason.PROBLEMS_NOT_KEPT.of(summary.problemCount()));
        }
        return reasons;
    }

    private static void success(ReportSummary summary, ScanTool.Health health, List<Phrase> reasons) {
        boolean failed = summary.runs().stream().map(ToolRun::successful).anyMatch(Boolean.FALSE::equals);
        boolean stated = summary.runs().stream().map(ToolRun::successful).anyMatch(Boolean.TRUE::equals);
        if (failed) {
            reasons.add(RunReason.NOT_SUCCESSFUL.of());
        } else if (health.successFlag() && !stated) {
            reasons.add(RunReason.SUCCESS_NOT_STATED.of());
        }
    }

    private static List<Problem> of(ReportSummary summary, Problem.Kind kind) {
        return summary.problems().stream()
                .filter(problem -> problem.kind() == kind)
                .toList();
    }

    private static boolean isTolerated(Problem problem, ScanTool.Health health) {
        return health.toleratedErrors().stream().anyMatch(pattern -> Wildcard.matches(pattern, problem.message()));
    }

    private static Phrase some(RunReason reason, List<Problem> problems) {
        return reason.of(named(problems), more(problems));
    }

    private static List<String> named(List<Problem> problems) {
        return problems.stream().limit(NAMED).map(Problem::toString).toList();
    }

    @CheckForNull
    private static Integer more(List<Problem> problems) {
        return problems.size() > NAMED ? problems.size() - NAMED : null;
    }
}
