package io.jenkins.plugins.compliance.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.Place;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ConfigurationReportsTest {
    @Test
    void checkov() throws IOException {
        Reading reading = Reading.of("checkov/report.json");

        assertThat(reading.run()).isEqualTo(new ToolRun("checkov", "3.2.0", 4, null, 4L, "checks"));
        assertThat(reading.finding("CKV_AWS_1").state().kind()).isEqualTo(Finding.Kind.PASS);
        assertThat(reading.finding("CKV_AWS_2").place()).isEqualTo(new Place("/main.tf", 3, 0, 9, "aws_s3_bucket.b"));
        assertThat(reading.finding("CKV_AWS_2").severity()).isEqualTo(Severity.MEDIUM);
        assertThat(reading.finding("CKV_AWS_3").state().suppression()).isEqualTo("by design");
        assertThat(reading.problems(Problem.Kind.TOOL_ERROR))
                .extracting(Problem::message)
                .containsExactly("/broken.tf: could not be parsed");
    }

    @Test
    void checkovThatLookedAtNothingSaysSo() throws IOException {
        Reading reading = Reading.of("checkov/nothing.json");

        assertThat(reading.summary().complete()).isTrue();
        assertThat(reading.run()).isEqualTo(new ToolRun("checkov", "3.2.0", 0, null, 0L, "checks"));
    }

    @Test
    void hadolint() throws IOException {
        Reading reading = Reading.of("hadolint/report.json");

        assertThat(reading.summary().results()).isEqualTo(3);
        assertThat(reading.finding("DL3008").severity()).isEqualTo(Severity.MEDIUM);
        assertThat(reading.problems(Problem.Kind.TOOL_ERROR)).hasSize(1);
    }

    @Test
    void dockerfilelint() throws IOException {
        Reading reading = Reading.of("dockerfilelint/report.json");

        assertThat(reading.run()).isEqualTo(new ToolRun("dockerfilelint", null, 2, null, 1L, "files"));
        assertThat(reading.finding("Base Image Latest Tag").place()).isEqualTo(new Place("Dockerfile", 1, 0, 0, null));
    }

    @Test
    void kics() throws IOException {
        Reading reading = Reading.of("kics/report.json");

        assertThat(reading.run()).isEqualTo(new ToolRun("kics", "v2.1.0", 3, null, 14L, "files"));
        assertThat(reading.findings())
                .hasSize(2)
                .allSatisfy(
                        finding -> assertThat(finding.cwes()).containsExactly(new CweClaim(732, CweClaim.Basis.FIELD)));
        assertThat(reading.problems(Problem.Kind.TOOL_ERROR)).hasSize(1);
    }

    @Test
    void kubescapeTakesTheWeightOfAControlFromBehindTheResults() throws IOException {
        Reading reading = Reading.of("kubescape/report.json");

        assertThat(reading.summary().results()).isEqualTo(4);
        assertThat(reading.finding("C-0017").severity()).isEqualTo(Severity.CRITICAL);
        assertThat(reading.finding("C-0018").state().kind()).isEqualTo(Finding.Kind.PASS);
        assertThat(reading.finding("C-0019").state().kind()).isEqualTo(Finding.Kind.NOT_APPLICABLE);
        assertThat(reading.summary().tally().total()).isEqualTo(1);
    }

    @Test
    void xccdfCountsOnlyWhatWasEvaluated() throws IOException {
        Reading reading = Reading.of("xccdf/report.xml");

        assertThat(reading.run()).isEqualTo(new ToolRun("openscap", "1.3.7", 6, null, 2L, "rules"));
        Finding failed = reading.finding("r1");
        assertThat(failed.title()).isEqualTo("Root login is off");
        assertThat(failed.message()).isEqualTo("sshd allows root");
        assertThat(failed.severity()).isEqualTo(Severity.HIGH);
        assertThat(failed.advisories()).containsExactly("CVE-2002-1");
        assertThat(reading.finding("r3").state().kind()).isEqualTo(Finding.Kind.NOT_APPLICABLE);
        assertThat(reading.problems(Problem.Kind.TOOL_ERROR)).hasSize(1);
        assertThat(reading.problems(Problem.Kind.BAD_ELEMENT)).hasSize(1);
    }

    @Test
    void aBenchmarkThatDoesNotFitThePlatformEvaluatesNothing() throws IOException {
        Reading reading = Reading.ofText(
                "<TestResult xmlns=\"http://checklists.nist.gov/xccdf/1.2\"><rule-result idref=\"r\"><result>notapplicable"
                        + "</result></rule-result></TestResult>",
                null);

        assertThat(reading.summary().complete()).isTrue();
        assertThat(reading.summary().results()).isEqualTo(1);
        assertThat(reading.run().evaluated()).isZero();
    }

    @Test
    void lynis() throws IOException {
        Reading reading = Reading.of("lynis/report.dat");

        assertThat(reading.run()).isEqualTo(new ToolRun("lynis", "3.0.8", 3, true, 3L, "tests"));
        assertThat(reading.finding("NETW-2705").severity()).isEqualTo(Severity.MEDIUM);
        assertThat(reading.finding("BOOT-5264").severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void lynisThatDidNotFinishIsIncomplete() throws IOException {
        Reading reading = Reading.ofText("# Lynis Report\nlynis_version=3.0.8\n", null);

        assertThat(reading.summary().complete()).isFalse();
        assertThat(reading.problems(Problem.Kind.INCOMPLETE).get(0).message()).contains("finish=true");
    }
}
