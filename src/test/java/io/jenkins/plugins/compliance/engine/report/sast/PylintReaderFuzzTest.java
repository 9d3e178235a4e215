package io.jenkins.plugins.compliance.engine.report.sast;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jenkins.plugins.compliance.engine.report.FuzzedReport;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class PylintReaderFuzzTest {
    static Stream<byte[]> seeds() throws IOException {
        return FuzzedReport.seeds("pylint");
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyReportEndsInASummary(byte[] report) throws IOException {
        FuzzedReport.read("pylint", report);
    }
}
