package io.jenkins.plugins.compliance.engine.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three places of a weakness: taxonomies, tags, text. */
class SarifWeaknessTest {
    private static final String CWE = "'taxonomies':[{'name':'OWASP','guid':'g-o','taxa':[{'id':'79'}]},"
            + "{'name':'CWE','guid':'g-c','taxa':[{'id':'79','guid':'g-79'},{'id':'CWE-120','guid':'g-120'}]}]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'id':'353','toolComponent':{'name':'CWE'}}                | 353/FIELD",
                "{'id':'CWE-120','toolComponent':{'name':'CWE'}}            | 120/FIELD",
                "{'id':'79','toolComponent':{'guid':'g-c'}}                 | 79/FIELD",
                "{'id':'79','toolComponent':{'guid':'g-o'}}                 | none",
                "{'id':'79','toolComponent':{'name':'OWASP'}}               | none",
                "{'id':'79','toolComponent':{'index':1}}                    | 79/FIELD",
                "{'id':'79','toolComponent':{'index':0}}                    | none",
                "{'index':1,'toolComponent':{'index':1}}                    | 120/FIELD",
                "{'index':0,'toolComponent':{'name':'CWE'}}                 | 79/FIELD",
                "{'guid':'g-120','toolComponent':{'guid':'g-c'}}            | 120/FIELD",
                "{'id':'CWE-89'}                                            | 89/FIELD",
                "{'id':'89'}                                                | none",
                "{'id':'x','toolComponent':{'name':'CWE'}}                  | none",
            })
    void taxaOfRulesAndResults(String target, String expected) throws IOException {
        String rule = "'tool':{'driver':{'name':'t','rules':[{'id':'r','relationships':[{'target':" + target + "}]}]}}";
        String plain = "'tool':{'driver':{'name':'t','rules':[{'id':'r'}]}}";
        assertThat(claims(SarifReading.ofRun(rule, CWE, "'results':[{'ruleId':'r'}]")))
                .isEqualTo(expected);
        assertThat(claims(SarifReading.ofRun(rule, "'results':[{'ruleId':'r'}]", CWE)))
                .as("taxonomies after the results")
                .isEqualTo(expected);
        assertThat(claims(SarifReading.ofRun(plain, CWE, "'results':[{'ruleId':'r','taxa':[" + target + "]}]")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"superset,true", "equal,true", "subset,true", "relevant,true", "disjoint,false", "incomparable,false"})
    void whatTheKindOfARelationshipMeans(String kind, boolean falls) throws IOException {
        SarifReading reading = SarifReading.ofRun(
                "'tool':{'driver':{'name':'t','rules':[{'id':'r','relationships':[{'kinds':['" + kind
                        + "'],'target':{'id':'79','toolComponent':{'name':'CWE'}}}]}]}}",
                "'results':[{'ruleId':'r'}]");
        assertThat(reading.only().cwes().isEmpty()).isNotEqualTo(falls);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'tags':['security','external/cwe/cwe-079','external/cwe/cwe-116'] | 79/TAG 116/TAG",
                "'tags':['CWE-79: Improper Neutralization']                        | 79/TAG",
                "'tags':['CWE:79','cwe_80','cwe-081']                              | 79/TAG 80/TAG 81/TAG",
                "'tags':['owasp-a1','nocwe-5','cwe']                               | none",
                "'cwe':['CWE-601']                                                 | 601/FIELD",
                "'cwe':79                                                          | 79/FIELD",
                "'cwe':'CWE-79'                                                    | 79/FIELD",
                "'cwe':79,'tags':['CWE-79']                                        | 79/FIELD",
            })
    void tagsAndPropertiesOfTheRule(String properties, String expected) throws IOException {
        assertThat(claims(SarifReading.ofRun(
                        "'tool':{'driver':{'name':'t','rules':[{'id':'r','properties':{" + properties + "}}]}}",
                        "'results':[{'ruleId':'r'}]")))
                .isEqualTo(expected);
        assertThat(claims(SarifReading.ofRun(
                        "'tool':{'driver':{'name':'t'}}",
                        "'results':[{'ruleId':'r','properties':{" + properties + "}}]")))
                .isEqualTo(expected);
    }

    @Test
    void textsOfResultAndRule() throws IOException {
        assertThat(claims(SarifReading.ofRun(
                        "'tool':{'driver':{'name':'t','rules':[{'id':'r','shortDescription':{'text':'Overflow (CWE-119!/CWE-120).'}}]}}",
                        "'results':[{'ruleId':'r','message':{'text':'strcpy (CWE-120, CWE-20).'}}]")))
                .isEqualTo("20/TEXT 119/TEXT 120/TEXT");
    }

    private static String claims(SarifReading reading) {
        StringBuilder text = new StringBuilder();
        reading.only()
                .cwes()
                .forEach(claim -> text.append(text.isEmpty() ? "" : " ")
                        .append(claim.cwe())
                        .append('/')
                        .append(claim.basis()));
        return text.isEmpty() ? "none" : text.toString();
    }
}
