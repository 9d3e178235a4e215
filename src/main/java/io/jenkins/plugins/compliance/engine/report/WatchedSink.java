package io.jenkins.plugins.compliance.engine.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.report.finding.Component;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.TestCase;
import io.jenkins.plugins.compliance.engine.report.finding.VexStatement;
import java.io.IOException;

/** Passes everything on and remembers when that failed: a full disk is not the report's fault. */
final class WatchedSink implements ReportSink {
    private final ReportSink sink;
    private @CheckForNull Exception failure;

    WatchedSink(ReportSink sink) {
        this.sink = sink;
    }

    /** Throws again what the sink threw, if it threw. */
    void rethrow() throws IOException {
        if (failure instanceof IOException io) {
            throw io;
        }
        if (failure instanceof RuntimeException defect) {
            throw defect;
        }
    }

    @Override
    public void finding(Finding finding) throws IOException {
        watch(() -> sink.finding(finding));
    }

    @Override
    public void component(Component component) throws IOException {
        watch(() -> sink.component(component));
    }

    @Override
    public void testCase(TestCase testCase) throws IOException {
        watch(() -> sink.testCase(testCase));
    }

    @Override
    public void vex(VexStatement statement) throws IOException {
        watch(() -> sink.vex(statement));
    }

    private void watch(Call call) throws IOException {
        try {
            call.run();
        } catch (IOException | RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    @FunctionalInterface
    private interface Call {
        void run() throws IOException;
    }
}
