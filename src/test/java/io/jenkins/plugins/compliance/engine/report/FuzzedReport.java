package io.jenkins.plugins.compliance.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What must hold of any bytes that are read as a report of some format: nothing escapes, a reading that failed is not
 * complete, and the bounds are kept.
 */
public final class FuzzedReport {
    private static final int RESULTS = 500;
    private static final Limits LIMITS = Limits.DEFAULTS
            .withReportBytes(1 << 20)
            .withReportResults(RESULTS)
            .withTextLength(1 << 16)
            .withNesting(64);

    private FuzzedReport() {}

    /** The small reports of a format among the test resources. */
    public static Stream<byte[]> seeds(String format) throws IOException {
        return files("/io/jenkins/plugins/compliance/engine/report/" + format, "report*", "*.json", "*.xml");
    }

    /** The SARIF files of recorded runs among the test resources. */
    public static Stream<byte[]> sarifSeeds() throws IOException {
        return files("/io/jenkins/plugins/compliance/engine/scan", "*.sarif");
    }

    /** Reads bytes as a report of a format. */
    public static void read(String format, byte[] content) throws IOException {
        ReportReader reader = ReportReaders.standard().ofFormat(format).orElseThrow();
        Watched watched = new Watched(reader);
        long[] handed = new long[1];
        ReportSink counting = new ReportSink() {
            @Override
            public void finding(Finding finding) {
                handed[0]++;
            }
        };
        ReportSource source = ReportSource.ofBytes("fuzzed", content);
        ReportSummary summary = new ReportReaders(List.of(watched)).read(source, format, counting, LIMITS);
        assertThat(summary.results()).isBetween(0L, (long) RESULTS);
        assertThat(handed[0]).isLessThanOrEqualTo(summary.results());
        if (watched.failed || content.length == 0) {
            assertThat(summary.complete()).isFalse();
        }
        if (!summary.complete()) {
            assertThat(summary.problems()).anyMatch(problem -> problem.kind() == Problem.Kind.INCOMPLETE);
        }
        ReportReaders.standard().recognise(new FormatProbe(LIMITS).sample(source));
    }

    private static Stream<byte[]> files(String directory, String... globs) throws IOException {
        var place = FuzzedReport.class.getResource(directory);
        if (place == null) {
            throw new IOException("no test resources " + directory);
        }
        try (Stream<Path> found = Files.walk(Path.of(place.toURI()))) {
            return found
                    .filter(file -> Stream.of(globs)
                            .anyMatch(glob -> file.getFileSystem()
                                    .getPathMatcher("glob:" + glob)
                                    .matches(file.getFileName())))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(FuzzedReport::bytes)
                    .toList()
                    .stream();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A reader that remembers whether it failed. */
    private static final class Watched implements ReportReader {
        private final ReportReader reader;
        private boolean failed;

        Watched(ReportReader reader) {
            this.reader = reader;
        }

        @Override
        public String format() {
            return reader.format();
        }

        @Override
        public String title() {
            return reader.title();
        }

        @Override
        public boolean recognises(Sample sample) {
            return reader.recognises(sample);
        }

        @Override
        public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
            failed = true;
            reader.read(source, collector, limits);
            failed = false;
        }
    }
}
