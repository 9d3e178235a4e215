package io.jenkins.plugins.compliance.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.Place;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DynamicReportsTest {
    @Test
    void zapSaysTheSameInJsonAndXml() throws IOException {
        for (String resource : new String[] {"zap/report.json", "zap/report.xml"}) {
            Reading reading = Reading.of(resource);

            assertThat(reading.summary().format()).isEqualTo("zap");
            assertThat(reading.run()).isEqualTo(new ToolRun("zap", "2.16.0", 3, null, 1L, "sites"));
            Finding found = reading.finding("40012");
            assertThat(found.severity()).isEqualTo(Severity.HIGH);
            assertThat(found.message()).isEqualTo("Cross Site Scripting (Reflected) (2 places)");
            assertThat(found.place()).isEqualTo(new Place("https://a.example/q", 0, 0, 0, "q"));
            assertThat(reading.cwes("40012")).containsExactly(79);
            assertThat(reading.cwes("10010")).isEmpty();
            assertThat(reading.finding("10010").state().suppression()).isEqualTo("false positive");
            assertThat(reading.problems(Problem.Kind.BAD_ELEMENT)).hasSize(1);
        }
    }

    @Test
    void wapitiNeverHandsOnTheRequest() throws IOException {
        Reading reading = Reading.of("wapiti/report.json");

        assertThat(reading.run()).isEqualTo(new ToolRun("wapiti", "3.2.0", 4, null, 12L, "pages"));
        assertThat(reading.finding("Cross Site Scripting").severity()).isEqualTo(Severity.MEDIUM);
        assertThat(reading.cwes("Cross Site Scripting")).containsExactly(79);
        assertThat(reading.finding("Fingerprint web technology").state().counts())
                .isFalse();
        assertThat(reading.toString()).doesNotContain("sesame-open");
    }

    @Test
    void nuclei() throws IOException {
        Reading reading = Reading.of("nuclei/report.json");

        assertThat(reading.summary().results()).isEqualTo(2);
        Finding found = reading.finding("CVE-2021-1");
        assertThat(found.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(found.advisories()).containsExactly("CVE-2021-1");
        assertThat(found.place()).isEqualTo(Place.of("https://a.example/x"));
    }

    @Test
    void nucleiThatNamesNoHost() throws IOException {
        Reading reading = Reading.ofText(
                "{\"template\": \"http/x.yaml\", \"template-id\": \"x\", \"info\": {\"name\": \"X\", \"severity\": \"low\"},"
                        + " \"url\": \"https://a.example\", \"matched-at\": \"https://a.example/x\"}\n",
                null);

        assertThat(reading.summary().format()).isEqualTo("nuclei");
        assertThat(reading.finding("x").place()).isEqualTo(Place.of("https://a.example/x"));
    }

    @Test
    void burpWithItsDocumentType() throws IOException {
        Reading reading = Reading.of("burp/report.xml");

        assertThat(reading.run()).isEqualTo(new ToolRun("burp", "2024.1", 3, null, null, null));
        assertThat(reading.finding("2097920").place()).isEqualTo(Place.of("https://a.example/q"));
        assertThat(reading.cwes("2097920")).containsExactly(79, 80);
        assertThat(reading.finding("1").state().suppressed()).isTrue();
    }
}
