package io.jenkins.plugins.compliance.engine.evidence.fact;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.time.Instant;
import java.util.List;

/**
 * One report behind a piece of evidence.
 *
 * @param file name under which it is kept, chosen by the recorder; null when it is not kept
 * @param format id of the format that it was read as
 * @param size size in bytes
 * @param sha256 its digest, 64 lower-case hexadecimal digits
 * @param complete whether it was read to its proper end
 * @param results every result element in it
 * @param suppressed results that were set aside
 * @param tally findings that count, by severity, weakness and age
 * @param components components of a bill of materials
 * @param tests test cases
 * @param problems what is wrong with it
 * @param details the normalised elements, kept beside it; null when they are not kept
 * @param validUntil the earliest end of validity that it states, for instance of a key; null when it states none
 */
public record ReportFact(
        @CheckForNull String file,
        String format,
        long size,
        String sha256,
        boolean complete,
        long results,
        long suppressed,
        Tally tally,
        ReportSummary.ComponentCounts components,
        ReportSummary.TestCounts tests,
        List<Phrase> problems,
        @CheckForNull Details details,
        @CheckForNull Instant validUntil) {

    /** A report that states no end of validity. */
    public ReportFact(
            @CheckForNull String file,
            String format,
            long size,
            String sha256,
            boolean complete,
            long results,
            long suppressed,
            Tally tally,
            ReportSummary.ComponentCounts components,
            ReportSummary.TestCounts tests,
            List<Phrase> problems,
            @CheckForNull Details details) {
        this(
                file,
                format,
                size,
                sha256,
                complete,
                results,
                suppressed,
                tally,
                components,
                tests,
                problems,
                details,
                null);
    }

    /** Takes a copy of the problems. */
    public ReportFact {
        problems = List.copyOf(problems);
    }

    /**
     * The normalised elements of a report (findings, components, test cases, statements), one JSON object a line, secrets
     * redacted.
     *
     * @param file name under which they are kept
     * @param size size in bytes
     * @param sha256 digest, 64 lower-case hexadecimal digits
     */
    public record Details(String file, long size, String sha256) {}
}
