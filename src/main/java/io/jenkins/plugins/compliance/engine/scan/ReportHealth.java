package io.jenkins.plugins.compliance.engine.scan;

import io.jenkins.plugins.compliance.engine.io.Wildcard;
import io.jenkins.plugins.compliance.engine.report.Problem;
import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
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
     * Why a report does not count, each one sentence; empty when nothing is against it.
     *
     * @param summary what a reading of it found
     * @param health what it must show
     */
    public static List<String> failures(ReportSummary summary, ScanTool.Health health) {
        List<String> reasons = new ArrayList<>();
        if (!summary.complete()) {
            reasons.add(sentence("Its report is incomplete", of(summary, Problem.Kind.INCOMPLETE)));
        }
        List<Problem> missing = of(summary, Problem.Kind.MISSING_PART).stream()
                .filter(problem -> !INESSENTIAL.matcher(problem.where()).matches())
                .toList();
        if (!missing.isEmpty()) {
            reasons.add(sentence("A part of its report is missing", missing));
        }
        success(summary, health, reasons);
        List<Problem> errors = of(summary, Problem.Kind.TOOL_ERROR).stream()
                .filter(problem -> !isTolerated(problem, health))
                .toList();
        if (!errors.isEmpty()) {
            reasons.add(
                    sentence("The tool reports " + count(errors.size(), "error", "errors") + " of its own", errors));
        }
        List<Problem> bad = of(summary, Problem.Kind.BAD_ELEMENT);
        if (!bad.isEmpty() && bad.size() >= summary.results()) {
            reasons.add(sentence("Not one of its results can be read", bad));
        }
        if (summary.problemCount() > summary.problems().size()) {
            // A failure of the tool may be among those that are only counted.
            reasons.add("Its report has " + summary.problemCount() + " problems, more than are kept by name.");
        }
        return reasons;
    }

    private static void success(ReportSummary summary, ScanTool.Health health, List<String> reasons) {
        boolean failed = summary.runs().stream().map(ToolRun::successful).anyMatch(Boolean.FALSE::equals);
        boolean stated = summary.runs().stream().map(ToolRun::successful).anyMatch(Boolean.TRUE::equals);
        if (failed) {
            reasons.add("The tool itself says in its report that it did not succeed.");
        } else if (health.successFlag() && !stated) {
            reasons.add("Its report does not say that the tool succeeded.");
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

    private static String sentence(String what, List<Problem> problems) {
        StringBuilder text = new StringBuilder(what);
        for (int i = 0; i < Math.min(NAMED, problems.size()); i++) {
            text.append(i == 0 ? ": " : "; ").append(problems.get(i));
        }
        if (problems.size() > NAMED) {
            text.append("; and ").append(problems.size() - NAMED).append(" more");
        }
        return text.charAt(text.length() - 1) == '.'
                ? text.toString()
                : text.append('.').toString();
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
