package io.jenkins.plugins.compliance.engine.scan;

import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import java.time.Instant;

/**
 * A report that a run left behind.
 *
 * @param summary what a reading of it found
 * @param size size in bytes
 * @param written when it was last written
 */
public record ReportSeen(ReportSummary summary, long size, Instant written) {}
