package io.jenkins.plugins.compliance.engine.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is asked of a whole assessment: counts, the gate's decision, and what differs from another. */
class AssessmentTest {
    private static final Procedure FACT = fact("fact", "R-1");
    private static final Procedure OTHER = fact("other", "R-2");
    private static final Procedure ABSENT = fact("absent", "R-3");

    private static Procedure fact(String name, String requirement) {
        return Given.procedure(
                name,
                new Check.PipelineFact(name, List.of("yes")),
                new Cadence.EveryBuild(),
                Given.claim(requirement, Procedure.Strength.FULL));
    }

    private static Evidence stated(Map<String, String> facts) {
        return Given.evidence(1, "7", Given.NOON, new Fact.Pipeline(facts));
    }

    private static Assessment assess(PolicyIndex policy, Evidence... evidence) {
        return Assessor.assess(Given.input(policy, evidence));
    }

    private static Assessment mixed() {
        return assess(Given.policy(List.of(ABSENT, FACT, OTHER), "R-9"), stated(Map.of("fact", "yes", "other", "no")));
    }

    @Test
    void outcomesAreCountedAndTheWorstIsKnown() {
        assertThat(mixed().procedureCounts())
                .isEqualTo(Map.of(Outcome.SATISFIED, 1L, Outcome.NOT_SATISFIED, 1L, Outcome.MISSING, 1L));
        assertThat(mixed().requirementCounts())
                .isEqualTo(Map.of(
                        Outcome.SATISFIED, 1L, Outcome.NOT_SATISFIED, 1L, Outcome.MISSING, 1L, Outcome.UNMAPPED, 1L));
        assertThat(mixed().applicable()).hasSize(3);
        assertThat(mixed().overall()).isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(assess(Given.policy(List.of())).overall()).isEqualTo(Outcome.NOT_APPLICABLE);
    }

    @Test
    void aGateIsClosedByWhatIsNotSatisfiedWorstFirst() {
        Gate.Decision closed = Gate.decide(mixed(), Gate.Mode.ENFORCE);
        assertThat(closed.open()).isFalse();
        assertThat(closed.mode()).isEqualTo(Gate.Mode.ENFORCE);
        assertThat(closed.failing()).extracting(each -> each.procedure().id()).containsExactly("other", "absent");
        Gate.Decision open =
                Gate.decide(assess(Given.policy(List.of(FACT)), stated(Map.of("fact", "yes"))), Gate.Mode.WARN);
        assertThat(open.open()).isTrue();
        assertThat(open.failing()).isEmpty();
    }

    @Test
    void modesHaveWordsAndAnOrder() {
        assertThat(Gate.Mode.ofId("warn")).contains(Gate.Mode.WARN);
        assertThat(Gate.Mode.ofId("WARN")).isEmpty();
        assertThat(Gate.Mode.OBSERVE.stricter(Gate.Mode.WARN)).isEqualTo(Gate.Mode.WARN);
        assertThat(Gate.Mode.ENFORCE.stricter(Gate.Mode.WARN)).isEqualTo(Gate.Mode.ENFORCE);
    }

    @Test
    void aComparisonNamesWhatChangedCameAndWent() {
        Assessment before = assess(Given.policy(List.of(ABSENT, FACT)), stated(Map.of("fact", "no")));
        Assessment after = assess(Given.policy(List.of(FACT, OTHER)), stated(Map.of("fact", "yes")));
        AssessmentDiff diff = AssessmentDiff.between(before, after);
        assertThat(diff.procedures())
                .containsExactly(
                        new AssessmentDiff.Change<>("fact", Outcome.NOT_SATISFIED, Outcome.SATISFIED),
                        new AssessmentDiff.Change<>("other", null, Outcome.MISSING),
                        new AssessmentDiff.Change<>("absent", Outcome.MISSING, null));
        assertThat(diff.requirements())
                .extracting(each -> ((RequirementRef) each.id()).requirement())
                .containsExactly("R-1", "R-2", "R-3");
        assertThat(AssessmentDiff.between(after, after).procedures()).isEmpty();
    }

    private static Procedure onlyWhere(String selector, String requirement) {
        Procedure any = fact("fact", requirement);
        return new Procedure(
                any.id(),
                any.title(),
                any.statement(),
                any.why(),
                any.role(),
                any.phase(),
                Selector.parse(selector),
                any.satisfies(),
                any.check(),
                any.cadence(),
                any.guidance());
    }

    @Test
    void aProcedureThatDoesNotApplySaysWhyAndIsNotCounted() {
        Assessment assessment = assess(Given.policy(List.of(onlyWhere("exposure = internet", "R-1"), OTHER)));
        ProcedureResult result = assessment.procedures().get(0);
        assertThat(result.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(result.explanation().summary())
                .hasToString("Its selector \"exposure = internet\" does not match: there are no tags.");
        assertThat(assessment.applicable())
                .extracting(each -> each.procedure().id())
                .containsExactly("other");
        assertThat(assessment.procedureCounts()).isEqualTo(Map.of(Outcome.MISSING, 1L));
        assertThat(assessment.requirements().get(0).outcome()).isEqualTo(Outcome.UNMAPPED);
    }

    @Test
    void aProcedureThatClaimsNothingDemandedDoesNotApply() {
        PolicyPack demanding = Given.policy(List.of(FACT)).pack();
        PolicyIndex policy = PolicyIndex.of(new PolicyPack(
                "p",
                "P",
                "1",
                "",
                "sha256:0",
                List.of(),
                demanding.frameworks(),
                List.of(),
                demanding.archetypes(),
                List.of(FACT, OTHER),
                List.of(),
                List.of(),
                Map.of()));
        ProcedureResult result = assess(policy).procedures().get(1);
        assertThat(result.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(result.explanation().summary())
                .hasToString("None of the application's archetypes (any) demands a requirement that it claims.");
    }

    @Test
    void whatWasRecordedAfterTheMomentIsNotSeen() {
        Evidence now = stated(Map.of("fact", "yes"));
        Evidence later = Given.evidence(2, "8", Given.NOON.plusSeconds(1), new Fact.Pipeline(Map.of("fact", "no")));
        Assessment assessment = assess(Given.policy(List.of(FACT)), now, later);
        assertThat(assessment.evidence()).containsExactly(now);
        assertThat(assessment.build()).isEqualTo("7");
        assertThat(assessment.overall()).isEqualTo(Outcome.SATISFIED);
    }
}
