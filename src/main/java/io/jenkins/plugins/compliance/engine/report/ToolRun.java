package io.jenkins.plugins.compliance.engine.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * One run of a tool, as the report itself describes it.
 *
 * @param tool name of the tool; the format's name when the report does not say
 * @param version version; null when not stated
 * @param results result elements of this run
 * @param successful the tool's own flag that it ran to its end; null when the format or the report has none
 * @param evaluated how many files, classes, checks or components the tool says that it looked at; null when not stated
 * @param evaluatedUnit what {@code evaluated} counts, plural, for instance {@code files}; null when not stated
 */
public record ToolRun(
        String tool,
        @CheckForNull String version,
        long results,
        @CheckForNull Boolean successful,
        @CheckForNull Long evaluated,
        @CheckForNull String evaluatedUnit) {}
