package io.jenkins.plugins.compliance.engine.report;

import io.jenkins.plugins.compliance.engine.report.finding.Component;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.TestCase;
import io.jenkins.plugins.compliance.engine.report.finding.VexStatement;
import java.io.IOException;

/**
 * Takes what a report holds, element by element, while it is read. Memory does not grow with the report: who needs to keep
 * something keeps it. Each method ignores its element unless overridden.
 */
public interface ReportSink {
    /** Ignores everything: for counting alone. */
    ReportSink NONE = new ReportSink() {};

    /** One result. */
    default void finding(Finding finding) throws IOException {}

    /** One component of a bill of materials. */
    default void component(Component component) throws IOException {}

    /** One test case. */
    default void testCase(TestCase testCase) throws IOException {}

    /** One statement about exploitability. */
    default void vex(VexStatement statement) throws IOException {}
}
