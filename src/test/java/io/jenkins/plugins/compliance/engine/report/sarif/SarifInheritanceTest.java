package io.jenkins.plugins.compliance.engine.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Level and rank by kind, rule and configuration (SARIF 2.1.0, 3.27.9, 3.27.10 and 3.27.25), and which rule is meant. */
class SarifInheritanceTest {
    private static final String TOOL = "'tool':{'driver':{'name':'t','rules':["
            + "{'id':'CA1000','defaultConfiguration':{'level':'error'}},"
            + "{'id':'CA2000','defaultConfiguration':{'level':'note'}},"
            + "{'id':'CA3000'},"
            + "{'id':'CA2000','guid':'g-4','defaultConfiguration':{'level':'error','rank':95.0}}]},"
            + "'extensions':[{'name':'x','guid':'g-x','rules':["
            + "{'id':'X1','defaultConfiguration':{'level':'error'}}]}]}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'ruleId':'CA1000'                                      | HIGH",
                "'ruleId':'CA2000'                                      | LOW",
                "'ruleId':'CA3000'                                      | MEDIUM",
                "'ruleId':'unknown'                                     | MEDIUM",
                "'ruleId':'CA1000','level':'note'                       | LOW",
                "'ruleId':'CA1000','level':'none'                       | INFO",
                "'ruleId':'CA1000','kind':'fail'                        | HIGH",
                "'ruleId':'CA1000','kind':'open'                        | INFO",
                "'ruleId':'CA1000','kind':'review'                      | INFO",
                "'ruleId':'CA1000','kind':'pass'                        | INFO",
                "'ruleId':'CA1000','level':'unheard-of'                 | HIGH",
                "'ruleId':'CA1000/1'                                    | HIGH",
                "'ruleId':'CA1000/1/2'                                  | HIGH",
                "'ruleId':'CA10001'                                     | MEDIUM",
                "'ruleIndex':0                                          | HIGH",
                "'ruleId':'CA1000/1','ruleIndex':0                      | HIGH",
                "'ruleId':'CA2000','ruleIndex':3                        | CRITICAL",
                "'ruleId':'CA2000','ruleIndex':99                       | LOW",
                "'ruleId':'CA2000','ruleIndex':0                        | LOW",
                "'ruleId':'other','ruleIndex':0                         | HIGH",
                "'rule':{'index':1}                                     | LOW",
                "'rule':{'id':'CA1000'}                                 | HIGH",
                "'rule':{'guid':'g-4'}                                  | CRITICAL",
                "'rule':{'index':0,'toolComponent':{'index':0}}         | HIGH",
                "'ruleId':'X1','rule':{'index':0,'toolComponent':{'index':0}} | HIGH",
                "'rule':{'id':'X1','toolComponent':{'guid':'g-x'}}      | HIGH",
                "'rule':{'id':'X1','toolComponent':{'name':'x'}}        | HIGH",
                "'ruleId':'X1'                                          | HIGH",
                "'ruleId':'CA1000','rank':95                            | CRITICAL",
                "'ruleId':'CA3000','rank':95                            | MEDIUM",
                "'ruleId':'CA2000','ruleIndex':3,'rank':10              | HIGH",
            })
    void severityByWhatIsInherited(String members, Severity severity) throws IOException {
        assertThat(result(members).severity()).isEqualTo(severity);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "''                                                                  | MEDIUM",
                "{'ruleConfigurationOverrides':[%s]}                                  | LOW",
                "{'ruleConfigurationOverrides':[%s]},{}                               | HIGH",
            })
    void theOnlyInvocationsOverrideCounts(String invocations, Severity severity) throws IOException {
        String override = "{'descriptor':{'index':0},'configuration':{'level':'note'}}";
        String all = invocations.equals("''") ? "" : invocations.replace("%s", override);
        SarifReading reading = SarifReading.ofRun(
                TOOL,
                "'invocations':[" + all + "]",
                "'results':[{'ruleId':'" + (all.isEmpty() ? "CA3000" : "CA1000") + "'}]");
        assertThat(reading.only().severity()).isEqualTo(severity);
    }

    @Test
    void anOverrideOfTheInvocationThatFoundTheResult() throws IOException {
        SarifReading reading = SarifReading.ofRun(
                TOOL,
                "'invocations':[{},{'ruleConfigurationOverrides':["
                        + "{'descriptor':{'id':'CA1000'},'configuration':{'level':'note'}},"
                        + "{'descriptor':{'id':'CA3000'},'configuration':{'rank':99}}]}]",
                "'results':[{'ruleId':'CA1000','provenance':{'invocationIndex':0}},"
                        + "{'ruleId':'CA1000','provenance':{'invocationIndex':1}},"
                        + "{'ruleId':'CA3000','level':'error','provenance':{'invocationIndex':1}}]");
        assertThat(reading.findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.HIGH, Severity.LOW, Severity.CRITICAL);
    }

    @Test
    void anOverrideWithoutALevelLeavesTheDefault() throws IOException {
        SarifReading reading = SarifReading.ofRun(
                TOOL,
                "'invocations':[{'ruleConfigurationOverrides':["
                        + "{'descriptor':{'index':0},'configuration':{'enabled':true}}]}]",
                "'results':[{'ruleId':'CA1000'}]");
        assertThat(reading.only().severity()).isEqualTo(Severity.HIGH);
    }

    @ParameterizedTest
    @CsvSource({"9.8,CRITICAL", "7.0,HIGH", "4.0,MEDIUM", "0.1,LOW", "0.0,HIGH", "11,HIGH", "x,HIGH"})
    void aScoreGoesBeforeTheLevel(String score, Severity severity) throws IOException {
        SarifReading reading = SarifReading.ofRun(
                "'tool':{'driver':{'name':'t','rules':[{'id':'r','properties':{'security-severity':'" + score
                        + "'}}]}}",
                "'results':[{'ruleId':'r','level':'error'}]");
        assertThat(reading.only().severity()).isEqualTo(severity);
    }

    @Test
    void theResultsOwnScoreGoesBeforeItsRules() throws IOException {
        SarifReading reading = SarifReading.ofRun(
                "'tool':{'driver':{'name':'t','rules':[{'id':'r','properties':{'security-severity':'9.8'}}]}}",
                "'results':[{'ruleId':'r','properties':{'security-severity':5.0}}]");
        assertThat(reading.only().score()).isEqualTo(5.0);
        assertThat(reading.only().severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void titleAndHelpComeFromTheRule() throws IOException {
        SarifReading reading = SarifReading.ofRun(
                "'tool':{'driver':{'name':'t','rules':[{'id':'r','name':'N','shortDescription':{'text':'Short.'},"
                        + "'helpUri':'https://example.org/r'},{'id':'s','name':'N','helpUri':'javascript:alert(1)'}]}}",
                "'results':[{'ruleId':'r'},{'ruleId':'s'}]");
        assertThat(reading.findings().get(0).title()).isEqualTo("Short.");
        assertThat(reading.findings().get(0).help()).isEqualTo("https://example.org/r");
        assertThat(reading.findings().get(1).title()).isEqualTo("N");
        assertThat(reading.findings().get(1).help()).isNull();
    }

    private static Finding result(String members) throws IOException {
        return SarifReading.ofRun(TOOL, "'results':[{" + members + "}]").only();
    }
}
