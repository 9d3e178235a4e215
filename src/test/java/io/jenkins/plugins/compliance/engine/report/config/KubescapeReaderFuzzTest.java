package io.jenkins.plugins.compliance.engine.report.config;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jenkins.plugins.compliance.engine.report.FuzzedReport;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class KubescapeReaderFuzzTest {
    static Stream<byte[]> seeds() throws IOException {
        return FuzzedReport.seeds("kubescape");
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyReportEndsInASummary(byte[] report) throws IOException {
        FuzzedReport.read("kubescape", report);
    }
}
