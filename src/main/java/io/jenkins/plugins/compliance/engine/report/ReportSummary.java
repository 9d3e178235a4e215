package io.jenkins.plugins.compliance.engine.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import java.time.Instant;
import java.util.List;

/**
 * What a reading found, without the elements themselves.
 *
 * @param format id of the format that was read, for instance {@code sarif}; {@code unknown} when none was recognised
 * @param formatVersion version of the format; null when not stated
 * @param runs the runs that the report describes, in order
 * @param results every result element of the report, whatever its kind or state, bad ones included
 * @param suppressed results that were set aside
 * @param tally the findings by severity and weakness
 * @param components components of a bill of materials
 * @param tests test cases by how they ended
 * @param problems what is wrong, at most {@link io.jenkins.plugins.compliance.engine.io.Limits#problems()} of them
 * @param problemCount how many problems there were in all
 * @param complete whether the report was read to its proper end
 * @param validUntil the earliest end of validity that it states; null when it states none
 */
public record ReportSummary(
        String format,
        @CheckForNull String formatVersion,
        List<ToolRun> runs,
        long results,
        long suppressed,
        Tally tally,
        ComponentCounts components,
        TestCounts tests,
        List<Problem> problems,
        long problemCount,
        boolean complete,
        @CheckForNull Instant validUntil) {

    /** The {@link #format()} of a report that no reader recognises. */
    public static final String UNKNOWN = "unknown";

    /** A report that states no end of validity. */
    public ReportSummary(
            String format,
            @CheckForNull String formatVersion,
            List<ToolRun> runs,
            long results,
            long suppressed,
            Tally tally,
            ComponentCounts components,
            TestCounts tests,
            List<Problem> problems,
            long problemCount,
            boolean complete) {
        this(
                format,
                formatVersion,
                runs,
                results,
                suppressed,
                tally,
                components,
                tests,
                problems,
                problemCount,
                complete,
                null);
    }

    /** Takes copies of the lists. */
    public ReportSummary {
        runs = List.copyOf(runs);
        problems = List.copyOf(problems);
    }

    /**
     * Components of a bill of materials, and how many of them state what.
     *
     * @param total all
     * @param withVersion with a version
     * @param withPurl with a package URL
     * @param withLicence with at least one licence
     * @param withHash with a digest
     * @param dependencyEdges edges of the dependency graph
     */
    public record ComponentCounts(
            long total, long withVersion, long withPurl, long withLicence, long withHash, long dependencyEdges) {
        /** No bill of materials. */
        public static final ComponentCounts NONE = new ComponentCounts(0, 0, 0, 0, 0, 0);
    }

    /**
     * Test cases by how they ended.
     *
     * @param suites suites
     * @param passed passed
     * @param failed failed
     * @param errors ended in an error
     * @param skipped did not run
     */
    public record TestCounts(long suites, long passed, long failed, long errors, long skipped) {
        /** No tests. */
        public static final TestCounts NONE = new TestCounts(0, 0, 0, 0, 0);

        /** All cases. */
        public long total() {
            return passed + failed + errors + skipped;
        }
    }
}
