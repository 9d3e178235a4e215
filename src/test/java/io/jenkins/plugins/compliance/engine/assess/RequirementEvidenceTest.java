package io.jenkins.plugins.compliance.engine.assess;

import static io.jenkins.plugins.compliance.engine.assess.Given.NOON;
import static io.jenkins.plugins.compliance.engine.assess.Given.claim;
import static io.jenkins.plugins.compliance.engine.assess.Given.evidence;
import static io.jenkins.plugins.compliance.engine.assess.Given.found;
import static io.jenkins.plugins.compliance.engine.assess.Given.input;
import static io.jenkins.plugins.compliance.engine.assess.Given.policy;
import static io.jenkins.plugins.compliance.engine.assess.Given.procedure;
import static io.jenkins.plugins.compliance.engine.assess.Given.requirement;
import static io.jenkins.plugins.compliance.engine.assess.Given.scan;
import static io.jenkins.plugins.compliance.engine.assess.Given.scanFact;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Strength;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which evidence a requirement names: that of all procedures that claim it, each piece once, ascending. */
class RequirementEvidenceTest {
    private static final Evidence[] SCANS = {
        scan(1, "1", "a", NOON, found()),
        scan(2, "1", "b", NOON, found()),
        scan(3, "1", "c", NOON, found()),
        evidence(4, "1", NOON, scanFact("z", "secrets", true), found()),
        evidence(5, "1", NOON, scanFact("y", "secrets", true), found()),
        evidence(6, "1", NOON, scanFact("x", "secrets", true), found()),
    };

    private static Procedure byTool(String tool, String... requirements) {
        return claiming("by-" + tool, new Check.Scan(null, tool, Given.SAST.thresholds()), requirements);
    }

    private static Procedure byCategory(String category, String... requirements) {
        return claiming("by-" + category, new Check.Scan(category, null, Given.SAST.thresholds()), requirements);
    }

    private static Procedure claiming(String id, Check check, String... requirements) {
        return procedure(
                id,
                check,
                new Cadence.EveryBuild(),
                Stream.of(requirements)
                        .map(each -> claim(each, Strength.PARTIAL))
                        .toArray(Procedure.Claim[]::new));
    }

    private static List<Long> evidenceOf(PolicyIndex policy, String id) {
        return Assessor.assess(input(policy, SCANS)).requirements().stream()
                .filter(each -> each.requirement().equals(requirement(id)))
                .findFirst()
                .orElseThrow()
                .explanation()
                .evidence()
                .stream()
                .map(EvidenceRef::sequence)
                .toList();
    }

    @Test
    void neighboursThatOthersClaimHaveTheirOwn() {
        PolicyIndex policy = policy(List.of(
                byTool("a", "R-1", "R-2", "R-5", "R-6"),
                byTool("b", "R-3", "R-5", "R-7"),
                byTool("c", "R-4", "R-6", "R-7")));
        assertThat(evidenceOf(policy, "R-1")).containsExactly(1L);
        assertThat(evidenceOf(policy, "R-2")).containsExactly(1L);
        assertThat(evidenceOf(policy, "R-3")).containsExactly(2L);
        assertThat(evidenceOf(policy, "R-4")).containsExactly(3L);
        assertThat(evidenceOf(policy, "R-5")).containsExactly(1L, 2L);
        assertThat(evidenceOf(policy, "R-6")).containsExactly(1L, 3L);
        assertThat(evidenceOf(policy, "R-7")).containsExactly(2L, 3L);
    }

    @Test
    void theLastClaimIsLookedAtToo() {
        PolicyIndex policy = policy(List.of(byTool("a", "R-1", "R-2"), byTool("b", "R-1", "R-2"), byTool("c", "R-2")));
        assertThat(evidenceOf(policy, "R-1")).containsExactly(1L, 2L);
        assertThat(evidenceOf(policy, "R-2")).containsExactly(1L, 2L, 3L);
        PolicyIndex fewer = policy(List.of(byTool("a", "R-1", "R-2"), byTool("b", "R-1", "R-2"), byTool("c", "R-1")));
        assertThat(evidenceOf(fewer, "R-1")).containsExactly(1L, 2L, 3L);
        assertThat(evidenceOf(fewer, "R-2")).containsExactly(1L, 2L);
    }

    @Test
    void thatOfOneProcedureIsAscending() {
        // Tools are judged in the order of their names, which is not that of what they left.
        assertThat(evidenceOf(policy(List.of(byCategory("secrets", "R-1"))), "R-1"))
                .containsExactly(4L, 5L, 6L);
    }

    @Test
    void thatOfSeveralIsMergedEachOnce() {
        assertThat(evidenceOf(policy(List.of(byTool("y", "R-1"), byCategory("secrets", "R-1"))), "R-1"))
                .containsExactly(4L, 5L, 6L);
        assertThat(evidenceOf(policy(List.of(byCategory("secrets", "R-1"), byTool("z", "R-1"))), "R-1"))
                .containsExactly(4L, 5L, 6L);
        assertThat(evidenceOf(
                        policy(List.of(byTool("z", "R-1"), byCategory("sast", "R-1"), byTool("c", "R-1"))), "R-1"))
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(evidenceOf(policy(List.of(byTool("c", "R-1"), byTool("a", "R-1"), byTool("y", "R-1"))), "R-1"))
                .containsExactly(1L, 3L, 5L);
        assertThat(evidenceOf(
                        policy(List.of(
                                byCategory("sast", "R-1"),
                                byTool("c", "R-1"),
                                byCategory("secrets", "R-1"),
                                byTool("none", "R-1"))),
                        "R-1"))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }
}
