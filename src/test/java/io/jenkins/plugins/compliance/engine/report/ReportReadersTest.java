package io.jenkins.plugins.compliance.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.TestCase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportReadersTest {
    @Test
    void anEmptyReportIsIncompleteWhateverItsFormat() throws IOException {
        for (String format : new String[] {null, "osv", "gitleaks"}) {
            Reading empty = Reading.ofText("", format);
            assertThat(empty.summary().complete()).isFalse();
            assertThat(empty.problems(Problem.Kind.INCOMPLETE).get(0).message())
                    .isEqualTo("the report is empty: 0 bytes");
            assertThat(Reading.ofText("\ufeff \n\t", format)
                            .summary()
                            .problems()
                            .get(0)
                            .message())
                    .isEqualTo("the report is empty: only white space");
        }
    }

    @Test
    void whatIsNotRecognisedSaysWhatItLooksLike() throws IOException {
        assertThat(refusal("{\"colour\": 1, \"a\\u001bb\": 2}"))
                .contains("an object with the keys a[U+001B]b, colour", "trivy");
        assertThat(refusal("<html/>")).contains("XML with the root element <html>");
        assertThat(refusal("[1, 2]")).contains("a list of nothing that says which tool wrote it");
        assertThat(refusal("hello\u001b[31m\nworld")).contains("text that begins with \"hello[U+001B][31m\"");
        assertThat(refusal("PK\u0003\u0004\0\0")).contains("it is not text");
        assertThat(refusal("{} {}")).contains("several JSON documents");
        assertThat(Reading.ofText("<html/>", null).summary().format()).isEqualTo(ReportSummary.UNKNOWN);
    }

    @Test
    void whatStandsBehindALongFirstMemberTellsTheFormatToo() throws IOException {
        String padding = "\"actions\": [\"" + "x".repeat(100_000) + "\"], ";

        assertThat(Reading.ofText("{" + padding + "\"advisories\": {}, \"metadata\": {}}", null)
                        .summary()
                        .format())
                .isEqualTo("npm-audit");
        assertThat(Reading.ofText("[{" + padding + "\"vulnerabilities\": [], \"ok\": true}]", null)
                        .summary()
                        .format())
                .isEqualTo("snyk");
        assertThat(refusal("{" + padding + "\"colour\": 1}")).contains("an object with the keys actions, colour");
        assertThat(refusal("{" + padding + "\"vulnerabilities\": [}")).contains("actions, vulnerabilities");
    }

    @Test
    void aReportOfUnknownSizeIsLookedAtAsFar() throws IOException {
        byte[] bytes = ("{\"actions\": [\"" + "x".repeat(100_000) + "\"], \"advisories\": {}, \"metadata\": {}}")
                .getBytes(StandardCharsets.UTF_8);
        ReportSource streamed = new ReportSource() {
            @Override
            public String name() {
                return "report.json";
            }

            @Override
            public long size() {
                return -1;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };

        assertThat(ReportReaders.standard()
                        .read(streamed, null, ReportSink.NONE, Limits.DEFAULTS)
                        .format())
                .isEqualTo("npm-audit");
    }

    @Test
    void aFormatThatDoesNotFitSaysWhatFits() throws IOException {
        Reading reading = Reading.of("bandit/report.json", Reading.bytes("bandit/report.json"), "trivy");

        assertThat(reading.summary().complete()).isFalse();
        assertThat(reading.problems(Problem.Kind.INCOMPLETE).get(0).message())
                .contains("not a whole Trivy report", "it looks like Bandit JSON");
    }

    @Test
    void malformedInputIsIncompleteWithItsLine() throws IOException {
        Problem problem = Reading.ofText("{\"errors\": [],\n \"generated_at\": \"x\",\n \"results\": [{]}", null)
                .problems(Problem.Kind.INCOMPLETE)
                .get(0);

        assertThat(problem.where()).isEqualTo("line 3");
    }

    @Test
    void aLimitIsNamed() throws IOException {
        byte[] report = Reading.bytes("pmd/report.xml");
        ReportSummary many = ReportReaders.standard()
                .read(ReportSource.ofBytes("r", report), null, ReportSink.NONE, Limits.DEFAULTS.withReportResults(1));
        ReportSummary large = ReportReaders.standard()
                .read(ReportSource.ofBytes("r", report), null, ReportSink.NONE, Limits.DEFAULTS.withReportBytes(700));

        assertThat(many.complete()).isFalse();
        assertThat(many.problems()).extracting(Problem::message).contains("over the limit reportResults of 1");
        assertThat(large.complete()).isFalse();
        assertThat(large.problems()).extracting(Problem::message).contains("over the limit reportBytes of 700");
    }

    @Test
    void theReasonWhyAReportIsIncompleteIsKeptAmongManyProblems() throws IOException {
        String report = "{\"errors\": [], \"generated_at\": 1, \"results\": [" + "{},".repeat(500);

        Reading reading = Reading.ofText(report, "bandit");

        assertThat(reading.summary().problemCount()).isEqualTo(501);
        assertThat(reading.summary().problems()).hasSize(Limits.DEFAULTS.problems());
        assertThat(reading.problems(Problem.Kind.INCOMPLETE)).hasSize(1);
    }

    @Test
    void aSinkThatFailsIsNotTheReportsFault() throws IOException {
        ReportSink full = new ReportSink() {
            @Override
            public void finding(Finding finding) throws IOException {
                throw new IOException("no space left on device");
            }
        };
        ReportSource source = ReportSource.ofBytes("r", Reading.bytes("pmd/report.xml"));

        assertThatThrownBy(() -> ReportReaders.standard().read(source, null, full, Limits.DEFAULTS))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left on device");
    }

    @Test
    void aDefectOfTheSinkIsNotTheReportsFaultEither() throws IOException {
        ReportSink broken = new ReportSink() {
            @Override
            public void testCase(TestCase testCase) {
                throw new IllegalStateException("defect");
            }
        };
        ReportSource source = ReportSource.ofBytes("r", Reading.bytes("junit/report.xml"));

        assertThatThrownBy(() -> ReportReaders.standard().read(source, null, broken, Limits.DEFAULTS))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDefectOfAReaderIsAnIncompleteReport() throws IOException {
        ReportReader broken = new ReportReader() {
            @Override
            public String format() {
                return "broken";
            }

            @Override
            public String title() {
                return "Broken";
            }

            @Override
            public boolean recognises(Sample sample) {
                return true;
            }

            @Override
            public void read(ReportSource source, ReportCollector collector, Limits limits) {
                throw new IllegalStateException("defect");
            }
        };

        ReportSummary summary = new ReportReaders(List.of(broken))
                .read(ReportSource.ofBytes("r", new byte[] {'x'}), null, ReportSink.NONE, Limits.DEFAULTS);

        assertThat(summary.complete()).isFalse();
        assertThat(summary.problems().get(0).message()).contains("could not make sense of it");
    }

    @Test
    void callersMistakesAreNotReports() {
        assertThatThrownBy(() -> ReportSource.ofFile(Path.of("no-such-report.json")))
                .isInstanceOf(NoSuchFileException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reading.ofText("{}", "trivvy"))
                .withMessageContaining("trivvy");
    }

    @Test
    void formatsHaveIdsThatPolicyCanName() {
        assertThat(ReportReaders.standard().all())
                .allSatisfy(reader -> assertThat(reader.format()).matches("[a-z0-9]+(-[a-z0-9]+)*"))
                .allSatisfy(reader -> assertThat(reader.title()).isNotBlank());
    }

    private static String refusal(String text) throws IOException {
        Reading reading = Reading.ofText(text, null);
        assertThat(reading.summary().complete()).isFalse();
        return reading.problems(Problem.Kind.INCOMPLETE).get(0).message();
    }
}
