package io.jenkins.plugins.compliance.engine.assess;

import static io.jenkins.plugins.compliance.engine.assess.Given.NOON;
import static io.jenkins.plugins.compliance.engine.assess.Given.SAST;
import static io.jenkins.plugins.compliance.engine.assess.Given.cell;
import static io.jenkins.plugins.compliance.engine.assess.Given.claim;
import static io.jenkins.plugins.compliance.engine.assess.Given.evidence;
import static io.jenkins.plugins.compliance.engine.assess.Given.found;
import static io.jenkins.plugins.compliance.engine.assess.Given.plan;
import static io.jenkins.plugins.compliance.engine.assess.Given.policy;
import static io.jenkins.plugins.compliance.engine.assess.Given.procedure;
import static io.jenkins.plugins.compliance.engine.assess.Given.scan;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Builds of a job that run side by side, and record and end in any order. */
class ConcurrentBuildsTest {
    private static final Evidence CLEAN_1 = scan(1, "1", "bandit", NOON, found());
    private static final Evidence BAD_2 = scan(2, "2", "bandit", NOON, found(cell(Severity.HIGH, 1)));

    private final PolicyIndex everyBuild = policy(List.of(procedure("sast", SAST)));

    @Test
    void whatALaterBuildRecordedDoesNotCountForAnEarlierOne() {
        assertThat(judge(everyBuild, "1", CLEAN_1, BAD_2)).isEqualTo(Outcome.SATISFIED);
        assertThat(judge(everyBuild, "2", CLEAN_1, BAD_2)).isEqualTo(Outcome.NOT_SATISFIED);
    }

    @Test
    void aLaterBuildDoesNotMendAnEarlierOne() {
        assertThat(judge(
                        everyBuild,
                        "9",
                        scan(1, "9", "bandit", NOON, found(cell(Severity.HIGH, 1))),
                        scan(2, "10", "bandit", NOON, found())))
                .isEqualTo(Outcome.NOT_SATISFIED);
    }

    @Test
    void aSlowEarlierBuildDoesNotHideWhatALaterOneRecordedBefore() {
        assertThat(judge(
                        everyBuild,
                        "6",
                        scan(1, "6", "bandit", NOON, found()),
                        scan(2, "5", "bandit", NOON, found(cell(Severity.HIGH, 1)))))
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void whatALaterBuildPlansIsNotDemandedOfAnEarlierOne() {
        assertThat(judge(
                        everyBuild,
                        "1",
                        plan(1, "1", new Fact.PlannedTool("bandit", "sast", true, null)),
                        scan(2, "1", "bandit", NOON, found()),
                        plan(
                                3,
                                "2",
                                new Fact.PlannedTool(
                                        "pmd", "sast", false, RunReason.AS_RECORDED.of("pmd is not installed")))))
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void allReportsOfABuildSpeakThoughAnotherBuildRecordedBetweenThem() {
        Procedure approved = procedure(
                "approved",
                new Check.Approval("release", List.of(), 2),
                new Cadence.EveryBuild(),
                claim("R-1", Procedure.Strength.FULL));
        assertThat(judge(
                        policy(List.of(approved)),
                        "7",
                        approval(1, "7", "ann"),
                        approval(2, "6", "bob"),
                        approval(3, "7", "cid"),
                        approval(4, "8", "dan")))
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void withinAPeriodTheNewestBuildSpeaksWhicheverEndedLast() {
        Procedure weekly = procedure(
                "sast", SAST, new Cadence.Every(Period.ofDays(7), "weekly"), claim("R-1", Procedure.Strength.FULL));
        assertThat(judge(
                        policy(List.of(weekly)),
                        "4",
                        scan(1, "3", "bandit", NOON, found()),
                        scan(2, "2", "bandit", NOON, found(cell(Severity.HIGH, 1))),
                        evidence(3, "4", NOON, new Fact.Pipeline(Map.of("evidence.signed", "true")))))
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void buildsThatAreNotNumberedKeepTheirOrderAndTheJudgedOneSpeaksLast() {
        Evidence judged = scan(1, "nightly", "bandit", NOON, found());
        Evidence other = scan(2, "2026-a", "bandit", NOON, found(cell(Severity.HIGH, 1)));
        assertThat(judge(everyBuild, "nightly", judged, other)).isEqualTo(Outcome.SATISFIED);
        assertThat(judge(everyBuild, "2026-a", judged, other)).isEqualTo(Outcome.NOT_SATISFIED);
    }

    @Test
    void allThatWasThereIsListedWhateverCounts() {
        assertThat(Assessor.assess(input(everyBuild, "1", CLEAN_1, BAD_2)).evidence())
                .containsExactly(CLEAN_1, BAD_2);
    }

    private static Evidence approval(long sequence, String build, String who) {
        return evidence(sequence, build, NOON, new Fact.Approval("release", who, NOON, null));
    }

    private static Outcome judge(PolicyIndex policy, String build, Evidence... evidence) {
        return Assessor.assess(input(policy, build, evidence))
                .procedures()
                .get(0)
                .outcome();
    }

    private static AssessmentInput input(PolicyIndex policy, String build, Evidence... evidence) {
        return new AssessmentInput(
                policy, "shop", build, Tags.NONE, List.of(evidence), DetailsSource.NONE, List.of(), NOON);
    }
}
