package io.jenkins.plugins.compliance.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.Place;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SourceReportsTest {
    @Test
    void semgrep() throws IOException {
        Reading reading = Reading.of("semgrep/report.json");

        assertThat(reading.run()).isEqualTo(new ToolRun("semgrep", "1.100.0", 3, null, 3L, "files"));
        assertThat(reading.finding("python.exec").severity()).isEqualTo(Severity.HIGH);
        assertThat(reading.finding("python.exec").place()).isEqualTo(new Place("a.py", 3, 5, 4, null));
        assertThat(reading.cwes("python.exec")).containsExactly(78, 94);
        assertThat(reading.finding("python.old").severity()).isEqualTo(Severity.CRITICAL);
        assertThat(reading.finding("python.old").state().suppression()).isEqualTo("nosemgrep");
        assertThat(reading.problems(Problem.Kind.TOOL_ERROR))
                .extracting(Problem::toString)
                .containsExactly("errors[0]: broken.py: Syntax error at line 9");
        assertThat(reading.problems(Problem.Kind.BAD_ELEMENT)).hasSize(1);
    }

    @Test
    void banditThatCouldNotParseAFileSaysSo() throws IOException {
        Reading reading = Reading.of("bandit/report.json");

        assertThat(reading.run()).isEqualTo(new ToolRun("bandit", null, 2, null, 2L, "files"));
        assertThat(reading.finding("B602").place()).isEqualTo(new Place("app.py", 11, 5, 0, null));
        assertThat(reading.cwes("B602")).containsExactly(78);
        assertThat(reading.problems(Problem.Kind.TOOL_ERROR))
                .extracting(Problem::message)
                .containsExactly("broken.py: syntax error while parsing AST from file");
    }

    @Test
    void banditThatLookedAtNothingSaysSo() throws IOException {
        Reading reading = Reading.ofText(
                "{\"errors\": [], \"generated_at\": \"x\", \"metrics\": {\"_totals\": {\"loc\": 0}}, \"results\": []}",
                null);

        assertThat(reading.summary().format()).isEqualTo("bandit");
        assertThat(reading.run().evaluated()).isZero();
    }

    @Test
    void pylint() throws IOException {
        Reading reading = Reading.of("pylint/report.json");

        assertThat(reading.summary().format()).isEqualTo("pylint");
        assertThat(reading.run()).isEqualTo(new ToolRun("pylint", null, 4, null, null, null));
        assertThat(reading.finding("eval-used").severity()).isEqualTo(Severity.MEDIUM);
        assertThat(reading.finding("import-error").place()).isEqualTo(new Place("app.py", 4, 1, 4, null));
        assertThat(reading.finding("missing-module-docstring").severity()).isEqualTo(Severity.INFO);
        assertThat(reading.problems(Problem.Kind.TOOL_ERROR))
                .extracting(Problem::message)
                .containsExactly("broken.py: invalid syntax");
        assertThat(reading.summary().tally().total()).isEqualTo(3);
    }

    @Test
    void pylintInItsSecondFormatSaysHowMuchItRead() throws IOException {
        Reading reading = Reading.of("pylint/json2.json");

        assertThat(reading.run()).isEqualTo(new ToolRun("pylint", null, 2, null, 3L, "modules"));
        assertThat(reading.finding("eval-used").place()).isEqualTo(new Place("app.py", 9, 5, 0, null));
    }

    @Test
    void gccThatCouldNotCompileSaysSo() throws IOException {
        Reading reading = Reading.of("gcc/report.json");

        assertThat(reading.summary().format()).isEqualTo("gcc");
        assertThat(reading.run()).isEqualTo(new ToolRun("gcc", null, 3, null, 3L, "translation units"));
        assertThat(reading.finding("-Wanalyzer-use-after-free").place())
                .isEqualTo(new Place("parse.c", 12, 3, 13, null));
        assertThat(reading.cwes("-Wanalyzer-use-after-free")).containsExactly(416);
        assertThat(reading.problems(Problem.Kind.TOOL_ERROR))
                .extracting(Problem::message)
                .containsExactly("error: expected ';' before '}' token");
    }

    @Test
    void oxlintThatCouldNotParseAFileSaysSo() throws IOException {
        Reading reading = Reading.of("oxlint/report.json");

        assertThat(reading.run()).isEqualTo(new ToolRun("oxlint", null, 3, null, 2L, "files"));
        assertThat(reading.finding("eslint(no-eval)").place()).isEqualTo(new Place("src/app.js", 4, 3, 0, null));
        assertThat(reading.finding("eslint(no-debugger)").severity()).isEqualTo(Severity.HIGH);
        assertThat(reading.problems(Problem.Kind.TOOL_ERROR))
                .extracting(Problem::message)
                .containsExactly("src/broken.js: Unexpected token");
    }

    @Test
    void gosec() throws IOException {
        Reading reading = Reading.of("gosec/report.json");

        assertThat(reading.run()).isEqualTo(new ToolRun("gosec", "2.22.0", 3, null, 2L, "files"));
        assertThat(reading.finding("G101").place()).isEqualTo(new Place("main.go", 79, 2, 81, null));
        assertThat(reading.cwes("G101")).containsExactly(798);
        assertThat(reading.finding("G104").state().suppression()).isEqualTo("checked above");
        assertThat(reading.problems(Problem.Kind.TOOL_ERROR))
                .extracting(Problem::toString)
                .containsExactly("broken.go: expected declaration");
    }

    @Test
    void gitleaksNeverHandsOnTheSecret() throws IOException {
        Reading reading = Reading.of("gitleaks/report.json");

        assertThat(reading.summary().results()).isEqualTo(2);
        assertThat(reading.finding("aws-access-token").place()).isEqualTo(new Place("config/app.env", 2, 5, 2, null));
        assertThat(reading.finding("aws-access-token").cwes()).containsExactly(new CweClaim(798, CweClaim.Basis.RULE));
        assertThat(reading.toString()).doesNotContain("sesame-open");
    }

    @Test
    void shellCheckInBothForms() throws IOException {
        Reading reading = Reading.of("shellcheck/report.json");

        assertThat(reading.summary().results()).isEqualTo(3);
        assertThat(reading.finding("SC2164").severity()).isEqualTo(Severity.MEDIUM);
        assertThat(reading.finding("SC2006").severity()).isEqualTo(Severity.INFO);
        assertThat(reading.finding("SC2164").help()).isEqualTo("https://www.shellcheck.net/wiki/SC2164");
        assertThat(Reading.of("shellcheck/json.json").finding("SC1073").severity())
                .isEqualTo(Severity.HIGH);
    }

    @Test
    void aFileThatEsLintCouldNotParseIsAnErrorOfTheTool() throws IOException {
        Reading reading = Reading.of("eslint/report.json");

        assertThat(reading.run()).isEqualTo(new ToolRun("eslint", null, 5, null, 3L, "files"));
        assertThat(reading.finding("no-eval").severity()).isEqualTo(Severity.HIGH);
        assertThat(reading.finding("no-console").severity()).isEqualTo(Severity.MEDIUM);
        assertThat(reading.finding("no-alert").state().suppression()).isEqualTo("demo");
        assertThat(reading.finding("parsing-error").state().counts()).isFalse();
        assertThat(reading.problems(Problem.Kind.TOOL_ERROR))
                .extracting(Problem::toString)
                .containsExactly("[1].messages[0]: /app/broken.js: Parsing error: Unexpected token");
        assertThat(reading.problems(Problem.Kind.BAD_ELEMENT)).hasSize(1);
    }

    @Test
    void sonarQubeSaysThatPagesAreMissing() throws IOException {
        Reading reading = Reading.of("sonarqube/report.json");

        assertThat(reading.finding("java:S2068").severity()).isEqualTo(Severity.CRITICAL);
        assertThat(reading.finding("java:S2068").place()).isEqualTo(new Place("src/A.java", 5, 0, 6, null));
        assertThat(reading.finding("java:S100").state().suppressed()).isTrue();
        assertThat(reading.problems(Problem.Kind.MISSING_PART).get(0).message()).contains("3 of 9");
    }

    @Test
    void spotBugs() throws IOException {
        Reading reading = Reading.of("spotbugs/report.xml");

        assertThat(reading.run()).isEqualTo(new ToolRun("spotbugs", "4.10.4", 3, null, 12L, "classes"));
        assertThat(reading.finding("XSS").severity()).isEqualTo(Severity.HIGH);
        assertThat(reading.finding("XSS").place()).isEqualTo(new Place("demo/Web.java", 15, 0, 16, "demo.Web.doGet"));
        assertThat(reading.cwes("XSS")).containsExactly(79);
        assertThat(reading.finding("OLD").place().path()).isEqualTo("demo/Old.java");
        assertThat(reading.problems(Problem.Kind.TOOL_ERROR))
                .extracting(Problem::message)
                .containsExactly("Exception analyzing demo.Broken");
        assertThat(reading.problems(Problem.Kind.NOTE).get(0).message()).contains("2 classes", "javax.a.A");
        assertThat(reading.problems(Problem.Kind.BAD_ELEMENT)).hasSize(1);
    }

    @Test
    void spotBugsWithoutItsSummaryIsIncomplete() throws IOException {
        assertThat(Reading.ofText("<BugCollection version=\"4.9.8\"><BugInstance type=\"A\"/></BugCollection>", null)
                        .summary()
                        .complete())
                .isFalse();
    }

    @Test
    void checkstyleAndItsVariants() throws IOException {
        Reading own = Reading.of("checkstyle/report.xml");
        assertThat(own.run()).isEqualTo(new ToolRun("checkstyle", "10.1", 1, null, 2L, "files"));
        assertThat(own.findings().get(0).place()).isEqualTo(new Place("A.java", 3, 5, 0, null));
        assertThat(own.problems(Problem.Kind.TOOL_ERROR))
                .extracting(Problem::message)
                .containsExactly("A.java: java.lang.IllegalStateException: broken");

        Reading eslint = Reading.of("checkstyle/eslint.xml");
        assertThat(eslint.run().tool()).isEqualTo("eslint");
        assertThat(eslint.finding("no-eval").tool()).isEqualTo("eslint");
        assertThat(eslint.problems(Problem.Kind.TOOL_ERROR)).hasSize(1);
    }

    @Test
    void codeThatCppcheckCouldNotReadIsAnErrorOfTheTool() throws IOException {
        Reading reading = Reading.of("cppcheck/report.xml");

        assertThat(reading.run()).isEqualTo(new ToolRun("cppcheck", "2.10", 4, null, null, null));
        assertThat(reading.finding("arrayIndexOutOfBounds").place()).isEqualTo(new Place("a.c", 13, 33, 0, "a"));
        assertThat(reading.cwes("arrayIndexOutOfBounds")).containsExactly(788);
        assertThat(reading.summary().tally().total()).isEqualTo(1);
        assertThat(reading.problems(Problem.Kind.TOOL_ERROR))
                .extracting(Problem::toString)
                .containsExactly("line 4: broken.c: syntaxError: syntax error");
    }

    @Test
    void pmd() throws IOException {
        Reading reading = Reading.of("pmd/report.xml");

        assertThat(reading.summary().results()).isEqualTo(3);
        Finding found = reading.finding("HardCodedCryptoKey");
        assertThat(found.severity()).isEqualTo(Severity.HIGH);
        assertThat(found.message()).isEqualTo("Do not use hard coded encryption keys");
        assertThat(found.place()).isEqualTo(new Place("/app/A.java", 12, 8, 13, "A.m"));
        assertThat(reading.summary().suppressed()).isEqualTo(1);
        assertThat(reading.problems(Problem.Kind.TOOL_ERROR)).hasSize(2);
    }
}
