package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.report.Problem;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import java.util.ArrayList;
import java.util.List;

/** What is said of a run as a whole once all of it is known: the tool, whether it says that it succeeded, what is missing. */
final class RunSummary {
    private RunSummary() {}

    /** Name of the tool of a run. */
    static String toolName(RunParts parts) {
        String name = parts.driver().name();
        return name.isBlank() ? "SARIF" : name;
    }

    /**
     * Reports on a run.
     *
     * @param parts what was kept of it
     * @param path where in the report, for instance {@code runs[0]}
     * @param results whether it has an array of results, even an empty one; without one the tool did not begin its analysis
     *     (section 3.14.23)
     * @param count how many result elements it has
     * @param gathering takes the report
     */
    static void report(RunParts parts, String path, boolean results, long count, ReportCollector collector) {
        Boolean successful = null;
        for (int i = 0; i < parts.invocations().size(); i++) {
            Invocation invocation = parts.invocations().get(i);
            if (Boolean.FALSE.equals(invocation.successful())) {
                successful = false;
                String why = invocation.failure().isEmpty() ? "" : ": " + invocation.failure();
                collector.problem(
                        Problem.Kind.TOOL_ERROR,
                        path + ".invocations[" + i + "]",
                        "the tool says that it did not run successfully" + why);
            } else if (successful == null) {
                successful = invocation.successful();
            }
        }
        notifications(parts, collector);
        missing(parts, path, results, collector);
        long targets = parts.artifacts().targets();
        collector.run(new ToolRun(
                toolName(parts),
                parts.driver().version(),
                count,
                successful,
                targets == 0 ? null : targets,
                targets == 0 ? null : "files"));
    }

    private static void notifications(RunParts parts, ReportCollector collector) {
        RuleBook descriptors = new RuleBook(
                asRules(parts.driver()),
                parts.extensions().stream().map(RunSummary::asRules).toList(),
                new Taxonomies(ToolComponent.UNKNOWN, List.of(), List.of()));
        for (Invocation invocation : parts.invocations()) {
            for (Invocation.Notification notification : invocation.notifications()) {
                if (level(notification, descriptors) == Level.ERROR) {
                    collector.problem(Problem.Kind.TOOL_ERROR, notification.path(), notification.text());
                }
            }
        }
    }

    private static ToolComponent asRules(ToolComponent component) {
        return new ToolComponent(
                component.name(),
                component.version(),
                component.guid(),
                component.notifications(),
                List.of(),
                List.of(),
                component.messages());
    }

    private static @CheckForNull Level level(Invocation.Notification notification, RuleBook descriptors) {
        if (notification.level() != null) {
            return notification.level();
        }
        RuleBook.Found found = descriptors.find(null, -1, notification.descriptor());
        return found == null ? Level.WARNING : found.rule().configuration().level();
    }

    private static void missing(RunParts parts, String path, boolean results, ReportCollector collector) {
        List<String> external = new ArrayList<>();
        for (RunParts.External part : parts.externals()) {
            external.add(part.part());
            String location = part.location().isEmpty() ? "another file" : part.location();
            collector.problem(
                    Problem.Kind.MISSING_PART,
                    part.path(),
                    "the run's " + part.part() + " are in " + location + ", which is not part of this report");
        }
        if (!results && !external.contains("results")) {
            collector.problem(
                    Problem.Kind.TOOL_ERROR, path, "the run has no results: the tool did not begin its analysis");
        }
        if (!parts.has(RunParts.Part.TOOL) && !external.contains("driver")) {
            collector.problem(Problem.Kind.NOTE, path, "the run does not say which tool it is of");
        }
    }
}
