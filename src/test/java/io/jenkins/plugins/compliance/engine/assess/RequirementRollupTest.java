package io.jenkins.plugins.compliance.engine.assess;

import static io.jenkins.plugins.compliance.engine.assess.Given.NOON;
import static io.jenkins.plugins.compliance.engine.assess.Given.cell;
import static io.jenkins.plugins.compliance.engine.assess.Given.claim;
import static io.jenkins.plugins.compliance.engine.assess.Given.found;
import static io.jenkins.plugins.compliance.engine.assess.Given.input;
import static io.jenkins.plugins.compliance.engine.assess.Given.policy;
import static io.jenkins.plugins.compliance.engine.assess.Given.procedure;
import static io.jenkins.plugins.compliance.engine.assess.Given.requirement;
import static io.jenkins.plugins.compliance.engine.assess.Given.requirementOutcome;
import static io.jenkins.plugins.compliance.engine.assess.Given.scan;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Strength;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequirementRollupTest {
    private static Procedure by(String tool, Strength strength) {
        Check.Scan check = new Check.Scan(null, tool, Given.SAST.thresholds());
        return procedure("by-" + tool, check, new Cadence.EveryBuild(), claim("R", strength));
    }

    private static Evidence good(long sequence, String tool) {
        return scan(sequence, "1", tool, NOON, found());
    }

    private static Evidence bad(long sequence, String tool) {
        return scan(sequence, "1", tool, NOON, found(cell(Severity.HIGH, 1)));
    }

    @Test
    void oneFullClaimThatHoldsSatisfies() {
        assertThat(requirementOutcome(input(policy(List.of(by("a", Strength.FULL))), good(1, "a")), "R"))
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void partialClaimsAloneAreOnlyPart() {
        PolicyIndex policy = policy(List.of(by("a", Strength.PARTIAL), by("b", Strength.PARTIAL)));
        assertThat(requirementOutcome(input(policy, good(1, "a"), good(2, "b")), "R"))
                .isEqualTo(Outcome.PARTIAL);
    }

    @Test
    void partialClaimsThatCoverItTogetherSatisfy() {
        PolicyIndex policy = policy(
                List.of(by("a", Strength.PARTIAL), by("b", Strength.PARTIAL)),
                List.of(new PolicyPack.Together(requirement("R"), List.of("by-a", "by-b"))),
                List.of());
        assertThat(requirementOutcome(input(policy, good(1, "a"), good(2, "b")), "R"))
                .isEqualTo(Outcome.SATISFIED);
        assertThat(requirementOutcome(input(policy, good(1, "a"), bad(2, "b")), "R"))
                .isEqualTo(Outcome.NOT_SATISFIED);
    }

    @Test
    void aPartialClaimThatFailsSpoilsAFullOneThatHolds() {
        PolicyIndex policy = policy(List.of(by("a", Strength.FULL), by("b", Strength.PARTIAL)));
        assertThat(requirementOutcome(input(policy, good(1, "a"), bad(2, "b")), "R"))
                .isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(requirementOutcome(input(policy, good(1, "a")), "R")).isEqualTo(Outcome.MISSING);
    }

    @Test
    void supportInformsAndNeverCounts() {
        PolicyIndex policy = policy(List.of(by("a", Strength.FULL), by("b", Strength.SUPPORTS)));
        assertThat(requirementOutcome(input(policy, good(1, "a"), bad(2, "b")), "R"))
                .isEqualTo(Outcome.SATISFIED);
        assertThat(requirementOutcome(input(policy(List.of(by("b", Strength.SUPPORTS))), good(1, "b")), "R"))
                .isEqualTo(Outcome.UNMAPPED);
    }

    @Test
    void whatNobodyClaimsIsUnmapped() {
        PolicyIndex policy = policy(List.of(by("a", Strength.FULL)), "S");
        assertThat(requirementOutcome(input(policy, good(1, "a")), "S")).isEqualTo(Outcome.UNMAPPED);
    }

    @Test
    void theClaimsAreListedWithTheirOutcomes() {
        PolicyIndex policy = policy(List.of(by("a", Strength.FULL), by("b", Strength.SUPPORTS)));
        RequirementResult result = Assessor.assess(input(policy, good(1, "a"), bad(2, "b")))
                .requirements()
                .get(0);
        assertThat(result.explanation().reasons())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("by-a (full): satisfied", "by-b (supports): not-satisfied");
        assertThat(result.explanation().evidence())
                .extracting(EvidenceRef::sequence)
                .containsExactly(1L, 2L);
    }

    @Test
    void whatIsSaidToCoverItTogetherNeedsEachOfThemAndPartialClaims() {
        List<PolicyPack.Together> together =
                List.of(new PolicyPack.Together(requirement("R"), List.of("by-a", "by-b")));
        PolicyIndex alone = policy(List.of(by("a", Strength.PARTIAL), by("c", Strength.PARTIAL)), together, List.of());
        assertThat(requirementOutcome(input(alone, good(1, "a"), good(2, "c")), "R"))
                .isEqualTo(Outcome.PARTIAL);
        PolicyIndex supported =
                policy(List.of(by("a", Strength.PARTIAL), by("b", Strength.SUPPORTS)), together, List.of());
        assertThat(requirementOutcome(input(supported, good(1, "a"), good(2, "b")), "R"))
                .isEqualTo(Outcome.PARTIAL);
    }

    @Test
    void theOutcomeIsPutIntoWords() {
        PolicyIndex policy = policy(List.of(by("a", Strength.PARTIAL)), "S");
        assertThat(Assessor.assess(input(policy, good(1, "a"))).requirements())
                .extracting(each -> each.explanation().summary().toString())
                .containsExactly(
                        "Every procedure that claims it is satisfied, but together they claim only part of it.",
                        "An archetype demands it and no procedure that applies claims it.");
        assertThat(Assessor.assess(input(policy, bad(1, "a")))
                        .requirements()
                        .get(0)
                        .explanation()
                        .summary())
                .hasToString("A procedure that claims it is not-satisfied.");
    }
}
