package io.jenkins.plugins.compliance.bench;

import edu.hm.hafner.analysis.FileReaderFactory;
import edu.hm.hafner.analysis.registry.ParserRegistry;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportSink;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.sarif.SarifReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.LogManager;

/** The ways of reading a SARIF report that are compared. */
enum SarifReading {
    /** Jackson's streaming parser alone, into compact records. */
    PLAIN_JACKSON {
        @Override
        long read(Path file) throws IOException {
            Last<PlainJackson.Row> last = new Last<>();
            return PlainJackson.read(file, row -> last.value = row) + (last.value == null ? 1 : 0);
        }
    },
    /** This project's reader with everything that it does: inheritance, weaknesses, redaction, fingerprints, tally. */
    ENGINE {
        @Override
        long read(Path file) throws IOException {
            Last<Finding> last = new Last<>();
            ReportSink sink = new ReportSink() {
                @Override
                public void finding(Finding finding) {
                    last.value = finding;
                }
            };
            ReportCollector collector = new ReportCollector(sink, Limits.DEFAULTS);
            new SarifReader().read(ReportSource.ofFile(file), collector, Limits.DEFAULTS);
            return collector.summary("sarif", true).results() + (last.value == null ? 1 : 0);
        }
    },
    /** The library that Jenkins' warnings plugin reads reports with. */
    ANALYSIS_MODEL {
        @Override
        long read(Path file) {
            // It logs what it wonders about, at each result; that is not what is measured.
            LogManager.getLogManager().reset();
            return new ParserRegistry()
                    .get("sarif")
                    .createParser()
                    .parse(new FileReaderFactory(file, StandardCharsets.UTF_8))
                    .size();
        }
    };

    /** Reads a report and tells how many results it has. */
    abstract long read(Path file) throws IOException;

    /** Keeps what was read last, so that no reading can be left out as useless. */
    private static final class Last<T> {
        private T value;
    }
}
