package io.jenkins.plugins.compliance.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every report of the corpus is read, with as many results as a walk over its whole tree finds, or refused with a reason. */
class CorpusReportsTest {
    private static final List<String> FOLDERS = List.of("reports", "junit", "cyclonedx", "measured");

    @TestFactory
    Stream<DynamicTest> everyReportIsReadOrRefused() throws IOException {
        Path corpus = Path.of(System.getProperty("compliance.corpus", "absent"));
        assumeTrue(Files.isDirectory(corpus), "the corpus is not here: " + corpus);
        List<Path> files = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> walk = Files.walk(corpus.resolve(folder))) {
                walk.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().endsWith(".sarif"))
                        .filter(file -> !file.endsWith("RUNS.txt"))
                        .forEach(files::add);
            }
        }
        assertThat(files).hasSizeGreaterThan(150);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(corpus.relativize(file).toString(), () -> check(file)));
    }

    private static void check(Path file) throws Exception {
        ReportSummary summary =
                ReportReaders.standard().read(ReportSource.ofFile(file), null, ReportSink.NONE, Limits.DEFAULTS);
        Sample sample = new FormatProbe(Limits.DEFAULTS).sample(ReportSource.ofFile(file));
        assertThat(ReportReaders.standard().all().stream()
                        .filter(reader -> reader.recognises(sample))
                        .map(ReportReader::format))
                .hasSizeLessThan(2);
        if (summary.complete()) {
            assertThat(summary.runs()).isNotEmpty();
            if (!summary.format().equals("sarif")) {
                assertThat(summary.results()).isEqualTo(ElementCounts.of(summary.format(), Files.readAllBytes(file)));
            }
        } else {
            assertThat(summary.problems()).isNotEmpty();
        }
    }
}
