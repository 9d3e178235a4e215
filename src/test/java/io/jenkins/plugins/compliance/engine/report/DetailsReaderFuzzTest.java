package io.jenkins.plugins.compliance.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class DetailsReaderFuzzTest {
    static Stream<byte[]> seeds() throws IOException {
        return Stream.of(DetailsTest.written(DetailsTest.ELEMENTS));
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyFileIsDetailsOrRefused(byte[] content) {
        try {
            DetailsReader.read(new ByteArrayInputStream(content), new ReportSink() {}, Limits.DEFAULTS);
        } catch (IOException damaged) {
            assertThat(damaged.getMessage()).isNotBlank();
        }
    }
}
