package io.jenkins.plugins.compliance.engine.assess;

import static io.jenkins.plugins.compliance.engine.assess.Given.NOON;
import static io.jenkins.plugins.compliance.engine.assess.Given.SAST;
import static io.jenkins.plugins.compliance.engine.assess.Given.broken;
import static io.jenkins.plugins.compliance.engine.assess.Given.cell;
import static io.jenkins.plugins.compliance.engine.assess.Given.evidence;
import static io.jenkins.plugins.compliance.engine.assess.Given.found;
import static io.jenkins.plugins.compliance.engine.assess.Given.input;
import static io.jenkins.plugins.compliance.engine.assess.Given.outcome;
import static io.jenkins.plugins.compliance.engine.assess.Given.plan;
import static io.jenkins.plugins.compliance.engine.assess.Given.policy;
import static io.jenkins.plugins.compliance.engine.assess.Given.procedure;
import static io.jenkins.plugins.compliance.engine.assess.Given.result;
import static io.jenkins.plugins.compliance.engine.assess.Given.scan;
import static io.jenkins.plugins.compliance.engine.assess.Given.scanFact;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact.PlannedTool;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScanCheckTest {
    private final PolicyIndex everyBuild = policy(List.of(procedure("sast", SAST)));

    @Test
    void nothingRecordedIsMissing() {
        assertThat(outcome(input(everyBuild), "sast")).isEqualTo(Outcome.MISSING);
    }

    @Test
    void findingsWithinThresholdsSatisfy() {
        assertThat(outcome(input(everyBuild, scan(1, "1", "bandit", NOON, found(cell(Severity.MEDIUM, 9)))), "sast"))
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void oneFindingTooManyDoesNot() {
        ProcedureResult result =
                result(input(everyBuild, scan(1, "1", "bandit", NOON, found(cell(Severity.HIGH, 1)))), "sast");
        assertThat(result.outcome()).isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(result.explanation().reasons())
                .extracting(Object::toString)
                .containsExactly("bandit: 1 high finding, at most 0 allowed");
        assertThat(result.explanation().evidence())
                .extracting(EvidenceRef::sequence)
                .containsExactly(1L);
    }

    @Test
    void theNewestScanOfAToolSpeaks() {
        assertThat(outcome(
                        input(
                                everyBuild,
                                scan(1, "1", "bandit", NOON.minusSeconds(9), found(cell(Severity.HIGH, 1))),
                                scan(2, "2", "bandit", NOON, found())),
                        "sast"))
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void aScanOfAnEarlierBuildIsStale() {
        assertThat(outcome(
                        input(
                                everyBuild,
                                scan(1, "1", "bandit", NOON.minusSeconds(9), found()),
                                plan(
                                        2,
                                        "2",
                                        new PlannedTool(
                                                "bandit",
                                                "sast",
                                                false,
                                                RunReason.AS_RECORDED.of("bandit is not installed")))),
                        "sast"))
                .isEqualTo(Outcome.STALE);
    }

    @Test
    void aPlannedToolThatIsAbsentIsMissingThoughAnotherIsClean() {
        ProcedureResult result = result(
                input(
                        everyBuild,
                        plan(
                                1,
                                "1",
                                new PlannedTool("bandit", "sast", true, null),
                                new PlannedTool(
                                        "cppcheck",
                                        "sast",
                                        false,
                                        RunReason.AS_RECORDED.of("cppcheck is not installed"))),
                        scan(2, "1", "bandit", NOON, found())),
                "sast");
        assertThat(result.outcome()).isEqualTo(Outcome.MISSING);
        assertThat(result.explanation().reasons())
                .extracting(Object::toString)
                .contains("cppcheck: cppcheck is not installed");
    }

    @Test
    void aRunThatDoesNotCountIsUnverifiable() {
        assertThat(outcome(
                        input(everyBuild, evidence(1, "1", NOON, scanFact("bandit", "sast", false), found())), "sast"))
                .isEqualTo(Outcome.UNVERIFIABLE);
    }

    @Test
    void brokenEvidenceIsUnverifiableAndOlderGoodEvidenceDoesNotHideIt() {
        assertThat(outcome(
                        input(
                                everyBuild,
                                scan(1, "1", "bandit", NOON.minusSeconds(9), found()),
                                broken(scan(2, "1", "bandit", NOON, found()), "its signature does not hold")),
                        "sast"))
                .isEqualTo(Outcome.UNVERIFIABLE);
    }

    @Test
    void aBrokenPlanIsUnverifiable() {
        assertThat(outcome(
                        input(
                                everyBuild,
                                broken(plan(1, "1", new PlannedTool("bandit", "sast", true, null)), "changed"),
                                scan(2, "1", "bandit", NOON, found())),
                        "sast"))
                .isEqualTo(Outcome.UNVERIFIABLE);
    }

    @Test
    void weaknessesAreBoundedWithTheirDescendants() {
        Check.Scan noInjection = new Check.Scan("sast", null, new Check.Thresholds(Map.of(), Map.of(74, 0), false));
        PolicyIndex policy = policy(List.of(procedure("sast", noInjection)));
        assertThat(outcome(input(policy, scan(1, "1", "t", NOON, found(cell(Severity.LOW, 1, 89)))), "sast"))
                .as("CWE-89 descends from CWE-74")
                .isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(outcome(input(policy, scan(1, "1", "t", NOON, found(cell(Severity.LOW, 1, 327)))), "sast"))
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void whereOnlyNewFindingsCountOutstandingOnesAreExcusedAndUnknownOnesAreNot() {
        Check.Scan newOnly = new Check.Scan(null, "t", new Check.Thresholds(Map.of(Severity.HIGH, 0), Map.of(), true));
        PolicyIndex policy = policy(List.of(procedure("sast", newOnly)));
        for (Tally.Age age : Tally.Age.values()) {
            Tally.Cell cell = new Tally.Cell(Severity.HIGH, List.of(), age, 1);
            assertThat(outcome(input(policy, scan(1, "1", "t", NOON, found(cell))), "sast"))
                    .as(age.name())
                    .isEqualTo(age == Tally.Age.OUTSTANDING ? Outcome.SATISFIED : Outcome.NOT_SATISFIED);
        }
    }

    @Test
    void aPeriodIsCountedFromTheObservationAndIncludesItsLastMoment() {
        Procedure monthly = procedure(
                "sast",
                SAST,
                new Cadence.Every(Period.ofMonths(1), "monthly"),
                Given.claim("R", Procedure.Strength.FULL));
        PolicyIndex policy = policy(List.of(monthly));
        var due = NOON.atZone(java.time.ZoneOffset.UTC).minusMonths(1).toInstant();
        assertThat(outcome(
                        input(policy, scan(1, "1", "t", java.time.Instant.parse("2026-02-28T12:00:00Z"), found())),
                        "sast"))
                .as("a month after 28 February is 28 March")
                .isEqualTo(Outcome.STALE);
        assertThat(due).isEqualTo(java.time.Instant.parse("2026-02-28T12:00:00Z"));
        assertThat(outcome(
                        input(policy, scan(1, "1", "t", java.time.Instant.parse("2026-03-01T12:00:00Z"), found())),
                        "sast"))
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void evidenceThatIsOldAndBadIsNotMerelyStale() {
        assertThat(outcome(
                        input(
                                everyBuild,
                                scan(1, "1", "t", NOON.minusSeconds(9), found(cell(Severity.HIGH, 1))),
                                plan(2, "2", new PlannedTool("t", "sast", true, null))),
                        "sast"))
                .isEqualTo(Outcome.NOT_SATISFIED);
    }

    private static PolicyIndex byTool(String tool) {
        return policy(List.of(procedure("sast", new Check.Scan(null, tool, SAST.thresholds()))));
    }

    @Test
    void aToolOfItsOwnSpeaksWithoutTheOthers() {
        AssessmentInput input = input(
                byTool("a"),
                plan(
                        1,
                        "1",
                        new PlannedTool("b", "sast", false, RunReason.AS_RECORDED.of("b is not installed")),
                        new PlannedTool("a", "sast", true, null)),
                scan(2, "1", "a", NOON, found(cell(Severity.LOW, 2))),
                scan(3, "1", "b", NOON, found(cell(Severity.HIGH, 1))));
        ProcedureResult result = result(input, "sast");
        assertThat(result.outcome()).isEqualTo(Outcome.SATISFIED);
        assertThat(result.explanation().summary()).hasToString("Scanned by a; findings are within thresholds.");
        assertThat(result.explanation().reasons())
                .extracting(Object::toString)
                .containsExactly("a: ran, 2 findings, within thresholds");
        assertThat(result.explanation().evidence())
                .extracting(EvidenceRef::sequence)
                .containsExactly(2L);
    }

    @Test
    void aToolOfItsOwnThatIsAbsentSaysWhy() {
        ProcedureResult planned = result(
                input(
                        byTool("a"),
                        plan(
                                1,
                                "1",
                                new PlannedTool("a", "sast", false, RunReason.AS_RECORDED.of("a is not installed")))),
                "sast");
        assertThat(planned.outcome()).isEqualTo(Outcome.MISSING);
        assertThat(planned.explanation().reasons())
                .extracting(Object::toString)
                .containsExactly("a: a is not installed");
        ProcedureResult never = result(input(byTool("a"), scan(1, "1", "b", NOON, found())), "sast");
        assertThat(never.outcome()).isEqualTo(Outcome.MISSING);
        assertThat(never.explanation().summary()).hasToString("No scan by a was ever recorded.");
        assertThat(result(input(everyBuild), "sast").explanation().summary())
                .hasToString("No scan of category sast was ever recorded.");
    }

    @Test
    void aToolThatWasPlannedAndLeftNothingIsMissing() {
        assertThat(result(input(byTool("a"), plan(1, "1", new PlannedTool("a", "sast", true, null))), "sast")
                        .explanation()
                        .reasons())
                .extracting(Object::toString)
                .containsExactly("a: it left no evidence");
    }

    @Test
    void toolsOfOtherCategoriesAreNotAsked() {
        ProcedureResult result = result(
                input(
                        everyBuild,
                        plan(
                                1,
                                "1",
                                new PlannedTool("bandit", "sast", true, null),
                                new PlannedTool(
                                        "gitleaks",
                                        "secrets",
                                        false,
                                        RunReason.AS_RECORDED.of("gitleaks is not installed"))),
                        scan(2, "1", "bandit", NOON, found())),
                "sast");
        assertThat(result.outcome()).isEqualTo(Outcome.SATISFIED);
        assertThat(result.explanation().evidence())
                .extracting(EvidenceRef::sequence)
                .containsExactly(2L);
    }

    @Test
    void withoutAPlanEveryToolOfTheCategorySpeaks() {
        AssessmentInput input = input(
                everyBuild,
                scan(1, "1", "b", NOON, found()),
                evidence(2, "1", NOON, scanFact("zap", "dast", false), found()),
                scan(3, "1", "a", NOON, found(cell(Severity.HIGH, 1))));
        ProcedureResult result = result(input, "sast");
        assertThat(result.outcome()).isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(result.explanation().summary()).hasToString("Findings exceed the thresholds.");
        assertThat(result.explanation().evidence())
                .extracting(EvidenceRef::sequence)
                .containsExactly(3L, 1L);
    }

    @Test
    void aStaleScanSaysWhetherItsToolIsGone() {
        for (PlannedTool tool : List.of(
                new PlannedTool("t", "sast", false, RunReason.AS_RECORDED.of("t is not installed")),
                new PlannedTool("t", "sast", true, RunReason.AS_RECORDED.of("kept")))) {
            ProcedureResult result =
                    result(input(everyBuild, scan(1, "1", "t", NOON, found()), plan(2, "2", tool)), "sast");
            assertThat(result.explanation().summary()).hasToString("The newest scan is too old.");
            assertThat(result.explanation().reasons().get(0).toString())
                    .startsWith("t: evidence 1 is of build 1, not of build 2")
                    .endsWith(tool.present() ? "every-build" : " (t is not installed)");
        }
    }

    @Test
    void aRunThatDoesNotCountSaysWhy() {
        assertThat(result(input(everyBuild, evidence(1, "1", NOON, scanFact("t", "sast", false), found())), "sast")
                        .explanation()
                        .reasons())
                .extracting(Object::toString)
                .containsExactly("t: it crashed");
    }
}
