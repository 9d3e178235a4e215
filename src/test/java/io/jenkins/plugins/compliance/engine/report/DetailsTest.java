package io.jenkins.plugins.compliance.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Component;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.Place;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.TestCase;
import io.jenkins.plugins.compliance.engine.report.finding.VexStatement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetailsTest {
    static final List<Object> ELEMENTS = List.of(
            new Finding(
                    "bandit",
                    "B602",
                    "subprocess with shell",
                    "line\nbreak, \u2028 and <b>markup</b>",
                    Severity.HIGH,
                    7.5,
                    new Place("src/a.py", 3, 1, 4, "f"),
                    List.of(new CweClaim(78, CweClaim.Basis.RULE), new CweClaim(88, CweClaim.Basis.TAG)),
                    List.of("CVE-2024-1"),
                    "pkg:pypi/x@1",
                    "2",
                    "https://example.org/B602",
                    new Finding.State(Finding.Kind.OPEN, "accepted: no input", Finding.Baseline.NEW),
                    "0123456789abcdef0123456789abcdef"),
            new Finding(
                    "t",
                    "r",
                    null,
                    "m",
                    Severity.INFO,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    null,
                    null,
                    null,
                    Finding.State.FAILURE,
                    "0"),
            new Component("library", "g", "n", "1", "pkg:maven/g/n@1", List.of("MIT", "Apache-2.0"), true, "s"),
            new Component("file", null, "n", null, null, List.of(), false, null),
            new TestCase("s", "c", "n", TestCase.Result.ERROR, 0.25, "boom"),
            new TestCase("", "", "n", TestCase.Result.PASSED, 0, null),
            new VexStatement("CVE-1", List.of("pkg:a/b"), VexStatement.Status.NOT_AFFECTED, "not reachable", "d"));

    static byte[] written(List<Object> elements) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DetailsWriter writer = new DetailsWriter(out)) {
            for (Object each : elements) {
                if (each instanceof Finding finding) {
                    writer.finding(finding);
                } else if (each instanceof Component component) {
                    writer.component(component);
                } else if (each instanceof TestCase testCase) {
                    writer.testCase(testCase);
                } else {
                    writer.vex((VexStatement) each);
                }
            }
        }
        return out.toByteArray();
    }

    private static List<Object> read(byte[] bytes) throws IOException {
        List<Object> elements = new ArrayList<>();
        DetailsReader.read(
                new ByteArrayInputStream(bytes),
                new ReportSink() {
                    @Override
                    public void finding(Finding finding) {
                        elements.add(finding);
                    }

                    @Override
                    public void component(Component component) {
                        elements.add(component);
                    }

                    @Override
                    public void testCase(TestCase testCase) {
                        elements.add(testCase);
                    }

                    @Override
                    public void vex(VexStatement statement) {
                        elements.add(statement);
                    }
                },
                Limits.DEFAULTS);
        return elements;
    }

    @Test
    void everythingComesBackAsItWas() throws IOException {
        assertThat(read(written(ELEMENTS))).isEqualTo(ELEMENTS);
    }

    @Test
    void oneElementALine() throws IOException {
        assertThat(new String(written(ELEMENTS), StandardCharsets.UTF_8).lines())
                .hasSize(ELEMENTS.size() + 1);
    }

    @Test
    void nothingKeptIsStillAFile() throws IOException {
        assertThat(read(written(List.of()))).isEmpty();
    }

    @Test
    void damageIsSaidWithItsPlace() {
        for (String damaged : List.of(
                "",
                "{}",
                "{\"details\":2}",
                "{\"details\":1}\n{\"finding\":{\"tool\":\"t\"}}",
                "{\"details\":1}\n{\"other\":{}}",
                "{\"details\":1}\n[]",
                "{\"details\":1}\n{\"test\":{\"suite\":\"\",\"class\":\"\",\"name\":\"\",\"result\":\"maybe\",\"seconds\":0}}",
                "{\"details\":1}\n{\"finding\":")) {
            assertThatThrownBy(() -> read(damaged.getBytes(StandardCharsets.UTF_8)))
                    .as(damaged)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("details");
        }
    }
}
