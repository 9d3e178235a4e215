package io.jenkins.plugins.compliance.engine.report;

import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;

/**
 * Reads one format, streaming. Readers are stateless and safe for use by several threads.
 *
 * <p>Use {@code ReportReaders} to find the reader of a format or of a file; it also turns every exception into an incomplete
 * {@link ReportSummary}, so that callers never see one escape.
 */
public interface ReportReader {
    /** Id of the format in policy, tool definitions and evidence: lower case, digits and hyphens, for instance {@code sarif}. */
    String format();

    /** Name of the format for people, for instance {@code SARIF 2.1.0}. */
    String title();

    /** Whether a report looks like this format. Must be certain enough that at most one reader says yes to a real report. */
    boolean recognises(Sample sample);

    /**
     * Reads a report to its end.
     *
     * @param source the report; opened once, or twice by formats that put first what needs the rest
     * @param gathering where elements, runs and problems go
     * @param limits bounds to hold
     * @throws IOException when the report can't be read on: malformed, truncated, over a limit, or the sink refuses
     */
    void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException;
}
