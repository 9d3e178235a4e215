package io.jenkins.plugins.compliance.engine.report.dast;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jenkins.plugins.compliance.engine.report.FuzzedReport;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class NucleiReaderFuzzTest {
    static Stream<byte[]> seeds() throws IOException {
        return FuzzedReport.seeds("nuclei");
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyReportEndsInASummary(byte[] report) throws IOException {
        FuzzedReport.read("nuclei", report);
    }
}
