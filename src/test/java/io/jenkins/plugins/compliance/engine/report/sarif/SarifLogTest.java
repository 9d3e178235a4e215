package io.jenkins.plugins.compliance.engine.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import io.jenkins.plugins.compliance.engine.report.Problem;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log as a whole: encodings, runs, failed tools, bad results, the order of parts, limits, reports cut short. */
class SarifLogTest {
    private static final String TOOL = "'tool':{'driver':{'name':'t','version':'1.2','rules':["
            + "{'id':'r','defaultConfiguration':{'level':'error'},'properties':{'tags':['CWE-79']}}]}}";
    private static final String RESULTS = "'results':[{'ruleId':'r','message':{'text':'one'}},"
            + "{'ruleId':'r','message':{'text':'two'},'locations':[{'physicalLocation':{'artifactLocation':{'index':0}}}]},"
            + "{'ruleId':'r','message':{'text':'three'}}]";
    private static final String ARTIFACTS =
            "'artifacts':[{'location':{'uri':'a.c'},'roles':['analysisTarget']},{'roles':['analysisTarget']}]";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void encodings(String charset) throws IOException {
        String log = SarifReading.log(
                "{'originalUriBaseIds':{},'results':[{'message':{'text':'\u00e9\ud83d\ude00'}}]," + TOOL + "}");
        for (String mark : List.of("", "\ufeff")) {
            SarifReading reading = SarifReading.of((mark + log).getBytes(Charset.forName(charset)));
            assertThat(reading.only().message()).isEqualTo("\u00e9\ud83d\ude00");
            assertThat(reading.summary().formatVersion()).isEqualTo("2.1.0");
        }
    }

    @Test
    void theOrderOfPartsMakesNoDifference() throws IOException {
        SarifReading usual = SarifReading.ofRun(TOOL, ARTIFACTS, RESULTS);
        assertThat(usual.findings()).extracting(Finding::message).containsExactly("one", "two", "three");
        assertThat(usual.findings().get(1).place()).isNotNull();
        for (SarifReading other : List.of(
                SarifReading.ofRun(RESULTS, TOOL, ARTIFACTS),
                SarifReading.ofRun(TOOL, RESULTS, ARTIFACTS),
                SarifReading.ofRun(ARTIFACTS, RESULTS, TOOL))) {
            assertThat(other).isEqualTo(usual);
        }
    }

    @Test
    void severalRunsInAnyOrderOfParts() throws IOException {
        String usual = "{" + TOOL + "," + ARTIFACTS + "," + RESULTS + "}";
        String late = "{" + RESULTS.replace("one", "four") + "," + ARTIFACTS + "," + TOOL.replace("'t'", "'u'") + "}";
        SarifReading reading =
                SarifReading.of(SarifReading.log(usual, late, usual, "7", late).getBytes(StandardCharsets.UTF_8));
        assertThat(reading.summary().results()).isEqualTo(12);
        assertThat(reading.findings())
                .extracting(Finding::tool)
                .containsExactly("t", "t", "t", "u", "u", "u", "t", "t", "t", "u", "u", "u");
        assertThat(reading.summary().runs())
                .extracting(run -> run.tool() + run.results())
                .containsExactly("t3", "u3", "t3", "SARIF0", "u3");
    }

    @Test
    void theRunSaysWhatItEvaluated() throws IOException {
        var run = SarifReading.ofRun(TOOL, ARTIFACTS, "'invocations':[{'executionSuccessful':true}]", RESULTS)
                .summary()
                .runs()
                .get(0);
        assertThat(run.version()).isEqualTo("1.2");
        assertThat(run.successful()).isTrue();
        assertThat(run.evaluated()).isEqualTo(2);
        assertThat(run.evaluatedUnit()).isEqualTo("files");
    }

    @Test
    void aFailedInvocationIsToldWithItsReasons() throws IOException {
        SarifReading reading = SarifReading.ofRun(
                "'tool':{'driver':{'name':'t','notifications':[{'id':'N1','defaultConfiguration':{'level':'error'}},{'id':'N2'}]}}",
                "'invocations':[{'executionSuccessful':true},{'executionSuccessful':false,'exitCode':2,'exitCodeDescription':'bad option',"
                        + "'toolConfigurationNotifications':[{'level':'error','message':{'text':'no such rule'}},{'level':'note','message':{'text':'fine'}}],"
                        + "'toolExecutionNotifications':[{'descriptor':{'id':'N1'},'message':{'text':'by default'}},{'descriptor':{'id':'N2'},'message':{'text':'not this'}}]}]",
                "'results':[]");
        assertThat(reading.summary().runs().get(0).successful()).isFalse();
        assertThat(reading.summary().problems())
                .containsExactly(
                        new Problem(
                                Problem.Kind.TOOL_ERROR,
                                "runs[0].invocations[1]",
                                "the tool says that it did not run successfully: exit code 2, bad option"),
                        new Problem(
                                Problem.Kind.TOOL_ERROR,
                                "runs[0].invocations[1].toolConfigurationNotifications[0]",
                                "no such rule"),
                        new Problem(
                                Problem.Kind.TOOL_ERROR,
                                "runs[0].invocations[1].toolExecutionNotifications[0]",
                                "by default"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'results':null", "'language':'en'"})
    void aRunWithoutResultsDidNotBegin(String member) throws IOException {
        assertThat(SarifReading.ofRun(TOOL, member).summary().problems())
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.TOOL_ERROR);
    }

    @Test
    void aReportWithoutRunsSaysNothing() throws IOException {
        assertThat(SarifReading.of("{\"version\":\"2.1.0\",\"runs\":[]}".getBytes(StandardCharsets.UTF_8))
                        .problems())
                .contains("nothing says that a tool ran");
    }

    @Test
    void partsInOtherFilesAreNamedAsMissing() throws IOException {
        SarifReading reading = SarifReading.ofRun(
                TOOL,
                "'externalPropertyFileReferences':{'results':[{'location':{'uri':'a.sarif-external-properties'}}],"
                        + "'conversion':{'location':{'uri':'b.sarif-external-properties'}}}");
        assertThat(reading.summary().problems())
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.MISSING_PART, Problem.Kind.MISSING_PART);
        assertThat(reading.problems()).contains("results are in a.sarif-external-properties");
    }

    @Test
    void oneBadResultCostsThatResult() throws IOException {
        SarifReading reading = SarifReading.ofRun(
                TOOL,
                "'results':[null,{'ruleId':'r'},7,[],'x',{'ruleId':{},'message':[1,{'a':[]}],'locations':'x','suppressions':{},"
                        + "'properties':[],'taxa':7,'fingerprints':[],'rank':'x','ruleIndex':{}}]");
        assertThat(reading.summary().results()).isEqualTo(6);
        assertThat(reading.findings()).hasSize(2);
        assertThat(reading.summary().problemCount()).isEqualTo(4);
        assertThat(reading.problems()).contains("runs[0].results[0]").contains("runs[0].results[4]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "{\"version\":\"1.0.0\",\"runs\":[]}", "{\"version\":\"2.1.0\",\"runs\":[]} x"})
    void whatIsNotSarifIsRefused(String text) {
        assertThatThrownBy(() -> SarifReading.of(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageStartingWith("r.sarif");
    }

    @Test
    void limitsHold() {
        byte[] log = SarifReading.log("{" + TOOL + "," + RESULTS + "}").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> SarifReading.of(log, Limits.DEFAULTS.withReportResults(2)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("reportResults");
        assertThatThrownBy(() -> SarifReading.of(log, Limits.DEFAULTS.withReportBytes(200)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("reportBytes");
        byte[] bomb = SarifReading.log("{'results':[{'message':{'text':'" + "{0}".repeat(1000) + "','arguments':['"
                        + "x".repeat(1000) + "']}}]," + TOOL + "}")
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> SarifReading.of(bomb, Limits.DEFAULTS.withTextLength(10_000)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("textLength");
    }

    @Property
    void cutShortAnywhereItIsNeverComplete(
            @ForAll @IntRange(min = 0, max = 3) int order, @ForAll @IntRange(min = 1) int cut) {
        String run = List.of(
                        "{" + TOOL + "," + ARTIFACTS + "," + RESULTS + "}",
                        "{" + RESULTS + "," + TOOL + "," + ARTIFACTS + "}",
                        "{" + TOOL + "," + RESULTS + "," + ARTIFACTS + "}",
                        "{" + TOOL + "},{" + RESULTS + "," + TOOL + "}")
                .get(order);
        byte[] whole = SarifReading.log(run).getBytes(StandardCharsets.UTF_8);
        byte[] part = java.util.Arrays.copyOf(whole, cut % whole.length);
        assertThatThrownBy(() -> SarifReading.of(part)).isInstanceOf(MalformedInputException.class);
    }
}
