package io.jenkins.plugins.compliance.engine.report.sast;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jenkins.plugins.compliance.engine.report.FuzzedReport;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class GccReaderFuzzTest {
    static Stream<byte[]> seeds() throws IOException {
        return FuzzedReport.seeds("gcc");
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyReportEndsInASummary(byte[] report) throws IOException {
        FuzzedReport.read("gcc", report);
    }
}
