package io.jenkins.plugins.compliance.engine.assess;

import static io.jenkins.plugins.compliance.engine.assess.Given.NOON;
import static io.jenkins.plugins.compliance.engine.assess.Given.evidence;
import static io.jenkins.plugins.compliance.engine.assess.Given.input;
import static io.jenkins.plugins.compliance.engine.assess.Given.outcome;
import static io.jenkins.plugins.compliance.engine.assess.Given.policy;
import static io.jenkins.plugins.compliance.engine.assess.Given.procedure;
import static io.jenkins.plugins.compliance.engine.assess.Given.report;
import static io.jenkins.plugins.compliance.engine.assess.Given.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.engine.evidence.Fact;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.report.Component;
import io.jenkins.plugins.compliance.engine.report.ReportSummary.ComponentCounts;
import io.jenkins.plugins.compliance.engine.report.ReportSummary.TestCounts;
import io.jenkins.plugins.compliance.engine.report.Tally;
import io.jenkins.plugins.compliance.engine.report.TestCase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentChecksTest {
    private static Evidence document(long sequence, EvidenceKind kind, ComponentCounts components, TestCounts tests) {
        return evidence(
                sequence,
                "1",
                NOON,
                new Fact.Document(kind, null, null, true, List.of()),
                report(kind == EvidenceKind.TEST ? "junit" : "cyclonedx", Tally.EMPTY, components, tests));
    }

    private static Evidence tests(long sequence, long passed, long failed, long skipped) {
        return document(
                sequence, EvidenceKind.TEST, ComponentCounts.NONE, new TestCounts(1, passed, failed, 0, skipped));
    }

    private static Component component(String name, String purl, String... licences) {
        return new Component("library", null, name, "1", purl, List.of(licences), false, null);
    }

    private static AssessmentInput withComponents(PolicyIndex policy, Component... components) {
        Evidence bill =
                document(1, EvidenceKind.SBOM, new ComponentCounts(components.length, 0, 0, 0, 0, 0), TestCounts.NONE);
        DetailsSource details = (evidence, report, sink) -> {
            for (Component each : components) {
                sink.component(each);
            }
        };
        AssessmentInput plain = input(policy, bill);
        return new AssessmentInput(
                plain.policy(), plain.job(), null, plain.tags(), plain.evidence(), details, List.of(), NOON);
    }

    private static PolicyIndex sbom(List<String> deny, List<String> allow, List<String> components) {
        return policy(List.of(procedure("p", new Check.Sbom(1, List.of(), deny, allow, components))));
    }

    @Test
    void testsMustRunAndPass() {
        PolicyIndex policy = policy(List.of(procedure("p", new Check.Test(null, null, 3, 0, 1))));
        assertThat(outcome(input(policy), "p")).isEqualTo(Outcome.MISSING);
        assertThat(outcome(input(policy, tests(1, 3, 0, 1)), "p")).isEqualTo(Outcome.SATISFIED);
        assertThat(result(input(policy, tests(1, 2, 0, 0)), "p").explanation().reasons())
                .containsExactly("2 test cases ran, at least 3 expected");
        assertThat(result(input(policy, tests(1, 3, 1, 0)), "p").explanation().reasons())
                .containsExactly("1 test cases failed, at most 0 allowed");
        assertThat(result(input(policy, tests(1, 3, 0, 2)), "p").explanation().reasons())
                .containsExactly("2 test cases were skipped, at most 1 allowed");
    }

    @Test
    void allTestReportsOfABuildSpeak() {
        PolicyIndex policy = policy(List.of(procedure("p", new Check.Test(null, null, 5, 0, null))));
        assertThat(outcome(input(policy, tests(1, 3, 0, 0), tests(2, 2, 0, 7)), "p"))
                .isEqualTo(Outcome.SATISFIED);
        assertThat(outcome(input(policy, tests(1, 3, 1, 0), tests(2, 2, 0, 0)), "p"))
                .isEqualTo(Outcome.NOT_SATISFIED);
    }

    @Test
    void testsByNameNeedTheirCases() {
        PolicyIndex policy = policy(List.of(procedure("p", new Check.Test("unit*", "*Security*", 1, 0, null))));
        AssessmentInput without = input(policy, tests(1, 2, 0, 0));
        assertThat(outcome(without, "p")).isEqualTo(Outcome.UNVERIFIABLE);
        DetailsSource details = (evidence, report, sink) -> {
            sink.testCase(new TestCase("unit", "a.SecurityTest", "x", TestCase.Result.PASSED, 0, null));
            sink.testCase(new TestCase("unit", "a.OtherTest", "x", TestCase.Result.FAILED, 0, null));
            sink.testCase(new TestCase("slow", "a.SecurityTest", "y", TestCase.Result.FAILED, 0, null));
        };
        assertThat(outcome(
                        new AssessmentInput(
                                policy, "shop", null, without.tags(), without.evidence(), details, List.of(), NOON),
                        "p"))
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void aBillMustBeComplete() {
        Check check = new Check.Sbom(
                2, List.of(Check.Completeness.LICENCE, Check.Completeness.GRAPH), List.of(), List.of(), List.of());
        PolicyIndex policy = policy(List.of(procedure("p", check)));
        assertThat(outcome(
                        input(
                                policy,
                                document(1, EvidenceKind.SBOM, new ComponentCounts(2, 0, 0, 2, 0, 1), TestCounts.NONE)),
                        "p"))
                .isEqualTo(Outcome.SATISFIED);
        assertThat(result(
                                input(
                                        policy,
                                        document(
                                                1,
                                                EvidenceKind.SBOM,
                                                new ComponentCounts(1, 0, 0, 0, 0, 0),
                                                TestCounts.NONE)),
                                "p")
                        .explanation()
                        .reasons())
                .containsExactly(
                        "evidence 1 lists 1 components, at least 2 expected",
                        "1 of 1 components state no licence",
                        "it has no dependency graph");
    }

    @Test
    void aDeniedLicenceIsNamedUnlessAnotherCanBeChosen() {
        PolicyIndex policy = sbom(List.of("AGPL-*"), List.of(), List.of());
        ProcedureResult denied = result(withComponents(policy, component("a", null, "AGPL-3.0-only")), "p");
        assertThat(denied.outcome()).isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(denied.explanation().reasons())
                .containsExactly("1 components under a denied licence: a@1 (AGPL-3.0-only)");
        assertThat(outcome(withComponents(policy, component("a", null, "MIT OR AGPL-3.0-only")), "p"))
                .isEqualTo(Outcome.SATISFIED);
        assertThat(outcome(withComponents(policy, component("a", null, "MIT AND AGPL-3.0-only")), "p"))
                .isEqualTo(Outcome.NOT_SATISFIED);
    }

    @Test
    void whereLicencesAreListedOthersAreNotAllowed() {
        PolicyIndex policy = sbom(List.of(), List.of("MIT", "Apache-2.0"), List.of());
        assertThat(outcome(withComponents(policy, component("a", null, "(MIT OR GPL-2.0-only) AND Apache-2.0")), "p"))
                .isEqualTo(Outcome.SATISFIED);
        assertThat(outcome(withComponents(policy, component("a", null)), "p")).isEqualTo(Outcome.NOT_SATISFIED);
    }

    @Test
    void aBannedComponentIsNamed() {
        PolicyIndex policy = sbom(List.of(), List.of(), List.of("pkg:maven/log4j/log4j@*"));
        assertThat(result(withComponents(policy, component("log4j", "pkg:maven/log4j/log4j@1.2.17")), "p")
                        .explanation()
                        .reasons())
                .containsExactly("1 components that must not occur: pkg:maven/log4j/log4j@1.2.17");
    }

    private static Evidence attested(long sequence, String issuer, String issued, String expires) {
        return evidence(
                sequence,
                "",
                NOON.minusSeconds(100 - sequence),
                new Fact.Attestation(
                        "pen-test",
                        issuer,
                        LocalDate.parse(issued),
                        expires == null ? null : LocalDate.parse(expires),
                        "done",
                        null));
    }

    @Test
    void anAttestationHoldsToItsLastDay() {
        Check check = new Check.Attestation("pen-test", List.of("acme"), Period.ofYears(1));
        Procedure procedure = procedure("p", check, new Cadence.Once(), Given.claim("R", Procedure.Strength.FULL));
        PolicyIndex policy = policy(List.of(procedure));
        assertThat(outcome(input(policy), "p")).isEqualTo(Outcome.MISSING);
        assertThat(outcome(input(policy, attested(1, "acme", "2025-03-31", "2026-03-31")), "p"))
                .isEqualTo(Outcome.SATISFIED);
        assertThat(outcome(input(policy, attested(1, "acme", "2025-06-01", "2026-03-30")), "p"))
                .isEqualTo(Outcome.STALE);
        assertThat(outcome(input(policy, attested(1, "acme", "2025-03-30", null)), "p"))
                .isEqualTo(Outcome.STALE);
        assertThat(outcome(input(policy, attested(1, "acme", "2026-04-01", null)), "p"))
                .isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(outcome(input(policy, attested(1, "me", "2026-03-01", null)), "p"))
                .isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(outcome(
                        input(policy, attested(1, "acme", "2026-03-01", null), attested(2, "me", "2026-03-02", null)),
                        "p"))
                .as("who may not issue it does not displace who may")
                .isEqualTo(Outcome.SATISFIED);
        assertThat(outcome(input(policy, Given.broken(attested(1, "acme", "2026-03-01", null), "changed")), "p"))
                .isEqualTo(Outcome.UNVERIFIABLE);
    }

    private static Evidence approved(long sequence, String who) {
        return evidence(sequence, "1", NOON, new Fact.Approval("release", who, NOON, null));
    }

    @Test
    void approvalsAreCountedByPerson() {
        Check check = new Check.Approval("release", List.of("ann", "bob"), 2);
        PolicyIndex policy = policy(List.of(procedure("p", check)));
        assertThat(outcome(input(policy, approved(1, "ann"), approved(2, "ann")), "p"))
                .isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(outcome(input(policy, approved(1, "ann"), approved(2, "eve")), "p"))
                .isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(outcome(input(policy, approved(1, "ann"), approved(2, "bob")), "p"))
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void theNewestPipelineFactSpeaks() {
        Check check = new Check.PipelineFact("agent.on-controller", List.of("false"));
        PolicyIndex policy = policy(List.of(procedure("p", check)));
        Instant before = NOON.minusSeconds(5);
        Evidence bad = evidence(1, "1", before, new Fact.Pipeline(Map.of("agent.on-controller", "true")));
        Evidence good = evidence(2, "1", NOON, new Fact.Pipeline(Map.of("agent.on-controller", "false")));
        Evidence other = evidence(3, "1", NOON, new Fact.Pipeline(Map.of("other", "true")));
        assertThat(outcome(input(policy, bad, good, other), "p")).isEqualTo(Outcome.SATISFIED);
        assertThat(result(input(policy, bad, other), "p").explanation().reasons())
                .containsExactly("agent.on-controller is true, expected false");
        assertThat(outcome(input(policy, other), "p")).isEqualTo(Outcome.MISSING);
    }
}
