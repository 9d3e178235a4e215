package io.jenkins.plugins.compliance.engine.report.sbom;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jenkins.plugins.compliance.engine.report.FuzzedReport;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class CycloneDxReaderFuzzTest {
    static Stream<byte[]> seeds() throws IOException {
        return FuzzedReport.seeds("cyclonedx");
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyReportEndsInASummary(byte[] report) throws IOException {
        FuzzedReport.read("cyclonedx", report);
    }
}
