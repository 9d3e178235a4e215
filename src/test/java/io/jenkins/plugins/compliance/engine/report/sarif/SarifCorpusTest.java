package io.jenkins.plugins.compliance.engine.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportSink;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every SARIF file of the corpus: no exception but for what is no SARIF 2.1.0, counts equal to those of a plain tree walk. */
class SarifCorpusTest {
    private static final ObjectMapper TREES = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(100_000_000)
                            .build())
                    .build())
            .build();

    @TestFactory
    Stream<DynamicTest> resultsAreCountedAsATreeWalkCountsThem() throws IOException {
        Path corpus = Path.of(System.getProperty("compliance.corpus", "absent"));
        assumeTrue(Files.isDirectory(corpus), "the corpus is not here");
        return Files.walk(corpus)
                .filter(file -> file.toString().endsWith(".sarif"))
                .sorted()
                .map(file -> DynamicTest.dynamicTest(corpus.relativize(file).toString(), () -> compare(file)));
    }

    private static void compare(Path file) throws IOException {
        if (Files.size(file) == 0) {
            return;
        }
        ReportCollector collector = new ReportCollector(new Checks(), Limits.DEFAULTS);
        new SarifReader().read(ReportSource.ofFile(file), collector, Limits.DEFAULTS);
        ReportSummary summary = collector.summary("sarif", true);

        JsonNode runs = TREES.readTree(Files.readAllBytes(file)).path("runs");
        long results = 0;
        long suppressed = 0;
        for (JsonNode run : runs) {
            for (JsonNode result : run.path("results")) {
                results++;
                suppressed += isSuppressed(result) ? 1 : 0;
            }
        }
        assertThat(summary.results()).isEqualTo(results);
        assertThat(summary.suppressed()).isEqualTo(suppressed);
        assertThat(summary.runs()).hasSize(runs.size());
        assertThat(summary.runs().stream().mapToLong(run -> run.results()).sum())
                .isEqualTo(results);
    }

    private static boolean isSuppressed(JsonNode result) {
        boolean contested = false;
        for (JsonNode suppression : result.path("suppressions")) {
            String status = suppression.path("status").asText("accepted");
            contested |= !status.equals("accepted");
        }
        return !result.path("suppressions").isEmpty() && !contested;
    }

    private static final class Checks implements ReportSink {
        @Override
        public void finding(Finding finding) {
            assertThat(finding.fingerprint()).matches("[0-9a-f]{32}");
            assertThat(finding.cwes()).isSorted().doesNotHaveDuplicates();
            assertThat(finding.message()).isNotNull();
            assertThat(finding.tool()).isNotBlank();
        }
    }
}
