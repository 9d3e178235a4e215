package io.jenkins.plugins.compliance.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.report.finding.TestCase;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JUnitReportsTest {
    @Test
    void everyDialectOfACase() throws IOException {
        Reading reading = Reading.of("junit/report.xml");

        assertThat(reading.testCases())
                .containsExactly(
                        new TestCase("outer", "demo.A", "passes", TestCase.Result.PASSED, 1000.5, null),
                        new TestCase("outer", "demo.A", "fails", TestCase.Result.FAILED, 0.5, "expected 1"),
                        new TestCase(
                                "outer",
                                "demo.A",
                                "breaks",
                                TestCase.Result.ERROR,
                                0,
                                "java.lang.IllegalStateException: x"),
                        new TestCase("outer", "", "demo.B.skipped", TestCase.Result.SKIPPED, 0, "later"),
                        new TestCase("outer", "demo.A", "notRun", TestCase.Result.SKIPPED, 0, null),
                        new TestCase("inner", "demo.C", "nested", TestCase.Result.PASSED, 0, null));
        assertThat(reading.summary().results()).isEqualTo(7);
        assertThat(reading.summary().tests()).isEqualTo(new ReportSummary.TestCounts(4, 2, 1, 1, 2));
        assertThat(reading.run()).isEqualTo(new ToolRun("junit", null, 7, null, 4L, "tests"));
        assertThat(reading.problems(Problem.Kind.BAD_ELEMENT)).hasSize(1);
    }

    @Test
    void aSuiteThatCrashedIsAnErrorOfTheTool() throws IOException {
        assertThat(Reading.of("junit/report.xml").problems(Problem.Kind.TOOL_ERROR))
                .extracting(Problem::message)
                .containsExactly(
                        "the suite states 1 failures or errors, but no test case shows one",
                        "the suite failed outside of its test cases: could not start");
    }

    @Test
    void otherXmlIsRefused() throws IOException {
        Reading reading = Reading.of("pmd/report.xml", Reading.bytes("pmd/report.xml"), "junit");

        assertThat(reading.summary().complete()).isFalse();
        assertThat(reading.summary().format()).isEqualTo("junit");
        assertThat(reading.problems(Problem.Kind.INCOMPLETE).get(0).message())
                .isEqualTo(
                        "the root element is <pmd>, not <testsuites> or <testsuite>: not a JUnit report; it looks like"
                                + " PMD XML");
    }
}
