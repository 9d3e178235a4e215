package io.jenkins.plugins.compliance.engine.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Suppressions, baseline states, kinds, messages and fingerprints of results. */
class SarifStateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "null                                                              | false",
                "[]                                                                | false",
                "[{'kind':'inSource'}]                                             | true",
                "[{'kind':'external','status':'accepted'}]                         | true",
                "[{'kind':'external','status':'underReview'}]                      | false",
                "[{'kind':'external','status':'rejected'}]                         | false",
                "[{'kind':'inSource'},{'kind':'external','status':'rejected'}]     | false",
                "[{'kind':'inSource'},{'kind':'external','status':'accepted'}]     | true",
                "[7]                                                               | false",
            })
    void suppressions(String suppressions, boolean suppressed) throws IOException {
        SarifReading reading = results("{'suppressions':" + suppressions + "}");
        assertThat(reading.only().state().suppressed()).isEqualTo(suppressed);
        assertThat(reading.only().state().counts()).isNotEqualTo(suppressed);
        assertThat(reading.summary().suppressed()).isEqualTo(suppressed ? 1 : 0);
        assertThat(reading.summary().tally().total()).isEqualTo(suppressed ? 0 : 1);
    }

    @Test
    void theReasonOfASuppressionIsKept() throws IOException {
        assertThat(results("{'suppressions':[{'kind':'external','justification':'test code'}]}")
                        .only()
                        .state()
                        .suppression())
                .isEqualTo("outside the source: test code");
    }

    @ParameterizedTest
    @CsvSource({
        "fail,FAIL,true",
        "open,OPEN,true",
        "review,REVIEW,false",
        "pass,PASS,false",
        "notApplicable,NOT_APPLICABLE,false",
        "informational,INFORMATIONAL,false",
        "unheard-of,FAIL,true"
    })
    void kinds(String kind, Finding.Kind expected, boolean counts) throws IOException {
        Finding finding = results("{'kind':'" + kind + "'}").only();
        assertThat(finding.state().kind()).isEqualTo(expected);
        assertThat(finding.state().counts()).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource({"new,NEW,true", "unchanged,UNCHANGED,true", "updated,UPDATED,true", "absent,ABSENT,false"})
    void baselineStates(String state, Finding.Baseline expected, boolean counts) throws IOException {
        Finding finding = results("{'baselineState':'" + state + "'}").only();
        assertThat(finding.state().baseline()).isEqualTo(expected);
        assertThat(finding.state().counts()).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'text':'plain {0}'}                                      | plain {0}",
                "{'text':'{0} and {1}, {0}','arguments':['a','b']}         | a and b, a",
                "{'text':'{{0}} {9} {x} {','arguments':['a']}              | {0} {9} {x} {",
                "{'id':'default','arguments':['v']}                        | rule v {}",
                "{'id':'global'}                                           | global",
                "{'id':'nowhere'}                                          | A rule.",
                "{'markdown':'*m*'}                                        | *m*",
                "{'text':' '}                                              | A rule.",
                "'bare'                                                    | bare",
                "null                                                      | A rule.",
            })
    void messages(String message, String expected) throws IOException {
        SarifReading reading = SarifReading.ofRun(
                "'tool':{'driver':{'name':'t','globalMessageStrings':{'global':{'text':'global'}},"
                        + "'rules':[{'id':'r','shortDescription':{'text':'A rule.'},"
                        + "'messageStrings':{'default':{'text':'rule {0} {{}}','markdown':'no'}}}]}}",
                "'results':[{'ruleId':'r','message':" + message + "}]");
        assertThat(reading.only().message()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'fingerprints':{'a/v1':'x','a/v2':'y'}           | 'fingerprints':{'a/v2':'y'}",
                "'fingerprints':{'a':'x','a/v1':'y'}              | 'fingerprints':{'a/v1':'y'}",
                "'fingerprints':{'m':'requires login'}            | 'ruleIndex':-1",
                "'partialFingerprints':{'primaryLocationLineHash':'5:1','primaryLocationStartColumnFingerprint':'4'} "
                        + "| 'partialFingerprints':{'primaryLocationLineHash':'5:1'}",
                "'partialFingerprints':{'author':'a','date':'b'}  | 'ruleIndex':-1",
                "'partialFingerprints':{'scanFileHash':'a','scanPrimaryLocationHash':'b'} "
                        + "| 'partialFingerprints':{'scanPrimaryLocationHash':'b'}",
            })
    void whichFingerprintIsUsed(String stated, String same) throws IOException {
        assertThat(results("{" + stated + "}").only().fingerprint())
                .isEqualTo(results("{" + same + "}").only().fingerprint());
    }

    @Test
    void fingerprintsDifferByWhatIsStated() throws IOException {
        assertThat(results("{'fingerprints':{'a':'x'}}").only().fingerprint())
                .isNotEqualTo(results("{'fingerprints':{'a':'y'}}").only().fingerprint())
                .isNotEqualTo(
                        results("{'partialFingerprints':{'aHash':'x'}}").only().fingerprint())
                .isNotEqualTo(results("{}").only().fingerprint());
    }

    @Test
    void advisoriesComeFromTheRuleId() throws IOException {
        assertThat(results("{'ruleId':'cve-2021-44228-log4j-core'}").only().advisories())
                .containsExactly("CVE-2021-44228");
    }

    private static SarifReading results(String results) throws IOException {
        return SarifReading.ofRun("'tool':{'driver':{'name':'t'}}", "'results':[" + results + "]");
    }
}
