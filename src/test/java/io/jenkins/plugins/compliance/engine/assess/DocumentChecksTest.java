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
import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.report.ReportSummary.ComponentCounts;
import io.jenkins.plugins.compliance.engine.report.ReportSummary.TestCounts;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import io.jenkins.plugins.compliance.engine.report.finding.TestCase;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
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

    @Test
    void testsMustRunAndPass() {
        PolicyIndex policy = policy(List.of(procedure("p", new Check.Test(null, null, 3, 0, 1))));
        assertThat(outcome(input(policy), "p")).isEqualTo(Outcome.MISSING);
        assertThat(outcome(input(policy, tests(1, 3, 0, 1)), "p")).isEqualTo(Outcome.SATISFIED);
        assertThat(result(input(policy, tests(1, 2, 0, 0)), "p").explanation().reasons())
                .extracting(Object::toString)
                .containsExactly("2 test cases ran, at least 3 expected");
        assertThat(result(input(policy, tests(1, 3, 1, 0)), "p").explanation().reasons())
                .extracting(Object::toString)
                .containsExactly("1 test case failed, at most 0 allowed");
        assertThat(result(input(policy, tests(1, 3, 0, 2)), "p").explanation().reasons())
                .extracting(Object::toString)
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
    void whoApprovedIsSaid() {
        PolicyIndex listed = policy(List.of(procedure("p", new Check.Approval("release", List.of("ann", "bob"), 2))));
        assertThat(result(input(listed, approved(1, "eve")), "p").explanation().reasons())
                .extracting(Object::toString)
                .containsExactly("0 approvers, at least 2 of ann, bob expected");
        PolicyIndex anybody = policy(List.of(procedure("p", new Check.Approval("release", List.of(), 2))));
        assertThat(result(input(anybody, approved(1, "eve")), "p").explanation().reasons())
                .extracting(Object::toString)
                .containsExactly("1 approver (eve), at least 2 expected");
        assertThat(outcome(input(anybody, approved(1, "eve"), approved(2, "ann")), "p"))
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void anAttestationIsHeldAgainstTheCadenceToo() {
        Check check = new Check.Attestation("pen-test", List.of(), null);
        Procedure monthly = procedure(
                "p",
                check,
                new Cadence.Every(Period.ofMonths(1), "monthly"),
                Given.claim("R", Procedure.Strength.FULL));
        Fact fact = new Fact.Attestation("pen-test", "acme", LocalDate.parse("2026-01-01"), null, "done", null);
        ProcedureResult result = result(
                input(policy(List.of(monthly)), evidence(1, "", Instant.parse("2026-01-02T00:00:00Z"), fact)), "p");
        assertThat(result.outcome()).isEqualTo(Outcome.STALE);
        assertThat(result.explanation().summary()).hasToString("The attestation pen-test is older than the cadence.");
        ProcedureResult fresh = result(input(policy(List.of(monthly)), evidence(1, "", NOON, fact)), "p");
        assertThat(fresh.outcome()).isEqualTo(Outcome.SATISFIED);
        assertThat(fresh.explanation().reasons())
                .extracting(Object::toString)
                .containsExactly("issued 2026-01-01 by acme");
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
                .extracting(Object::toString)
                .containsExactly("agent.on-controller is true, expected false");
        assertThat(outcome(input(policy, other), "p")).isEqualTo(Outcome.MISSING);
    }

    private static Evidence sarif(long sequence, String build, Severity severity) {
        return evidence(
                sequence,
                build,
                NOON,
                new Fact.Document(EvidenceKind.REPORT, null, null, true, List.of()),
                Given.found(Given.cell(severity, 1)));
    }

    @Test
    void aReportOfAFormatIsHeldAgainstThresholdsWhoeverWroteIt() {
        Check check = new Check.Report("sarif", Given.SAST.thresholds());
        PolicyIndex policy = policy(List.of(procedure("p", check)));
        assertThat(result(input(policy), "p").explanation().summary())
                .hasToString("No sarif report was ever recorded.");
        assertThat(outcome(input(policy, sarif(1, "1", Severity.LOW)), "p")).isEqualTo(Outcome.SATISFIED);
        assertThat(result(input(policy, sarif(1, "1", Severity.HIGH)), "p")
                        .explanation()
                        .reasons())
                .extracting(Object::toString)
                .containsExactly("1 high finding, at most 0 allowed");
        Evidence scanned = Given.scan(2, "1", "t", NOON, Given.found(Given.cell(Severity.CRITICAL, 1)));
        assertThat(outcome(input(policy, sarif(1, "1", Severity.LOW), scanned), "p"))
                .isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(outcome(input(policy, tests(1, 3, 0, 0)), "p")).isEqualTo(Outcome.MISSING);
    }

    @Test
    void onlyTheNewestBuildSpeaks() {
        PolicyIndex policy = policy(List.of(procedure("p", new Check.Report("sarif", Given.SAST.thresholds()))));
        ProcedureResult result = result(
                input(policy, sarif(1, "1", Severity.HIGH), sarif(2, "2", Severity.LOW), sarif(3, "2", Severity.LOW)),
                "p");
        assertThat(result.outcome()).isEqualTo(Outcome.SATISFIED);
        assertThat(result.explanation().evidence())
                .extracting(EvidenceRef::sequence)
                .containsExactly(2L, 3L);
    }

    @Test
    void aDocumentOfAnEarlierBuildIsStale() {
        PolicyIndex policy = policy(List.of(procedure("p", new Check.Test(null, null, 1, 0, null))));
        Evidence later = evidence(2, "2", NOON, new Fact.Pipeline(Map.of("x", "y")));
        ProcedureResult result = result(input(policy, tests(1, 3, 0, 0), later), "p");
        assertThat(result.outcome()).isEqualTo(Outcome.STALE);
        assertThat(result.explanation().reasons()).hasSize(1);
        assertThat(result.explanation().reasons().get(0).toString()).contains("of build 1, not of build 2");
    }

    @Test
    void aDocumentThatDoesNotCountIsUnverifiableAndSaysWhy() {
        PolicyIndex policy = policy(List.of(procedure("p", new Check.Test(null, null, 1, 0, null))));
        for (List<String> reasons : List.of(List.of("the report is truncated"), List.<String>of())) {
            Evidence crashed = evidence(
                    1,
                    "1",
                    NOON,
                    new Fact.Document(
                            EvidenceKind.TEST,
                            null,
                            null,
                            false,
                            reasons.stream().map(RunReason.AS_RECORDED::of).toList()),
                    report("junit", Tally.EMPTY, ComponentCounts.NONE, new TestCounts(1, 3, 0, 0, 0)));
            ProcedureResult result = result(input(policy, crashed), "p");
            assertThat(result.outcome()).isEqualTo(Outcome.UNVERIFIABLE);
            assertThat(result.explanation().reasons())
                    .extracting(Object::toString)
                    .containsExactly("test-1: " + (reasons.isEmpty() ? "its report does not count" : reasons.get(0)));
        }
    }

    @Test
    void anIncompleteReportIsUnverifiable() {
        PolicyIndex policy = policy(List.of(procedure("p", new Check.Test(null, null, 1, 0, null))));
        ReportFact whole = report("junit", Tally.EMPTY, ComponentCounts.NONE, new TestCounts(1, 3, 0, 0, 0));
        for (List<String> problems : List.of(List.of("it ends early"), List.<String>of())) {
            ReportFact cut = new ReportFact(
                    null,
                    "junit",
                    10,
                    whole.sha256(),
                    false,
                    3,
                    0,
                    whole.tally(),
                    whole.components(),
                    whole.tests(),
                    problems.stream().map(RunReason.AS_RECORDED::of).toList(),
                    null);
            Fact fact = new Fact.Document(EvidenceKind.TEST, null, null, true, List.of());
            ProcedureResult result = result(input(policy, evidence(1, "1", NOON, fact, cut)), "p");
            assertThat(result.outcome()).isEqualTo(Outcome.UNVERIFIABLE);
            assertThat(result.explanation().reasons())
                    .extracting(Object::toString)
                    .containsExactly("evidence 1: the junit report is incomplete"
                            + (problems.isEmpty() ? "" : " (it ends early)"));
        }
    }

    @Test
    void casesByNameAreCountedByHowTheyEnded() {
        PolicyIndex policy = policy(List.of(procedure("p", new Check.Test(null, "*", 3, 0, 0))));
        DetailsSource details = (evidence, report, sink) -> {
            for (TestCase.Result each : TestCase.Result.values()) {
                sink.testCase(new TestCase("unit", "a.B", each.name(), each, 0, null));
            }
        };
        AssessmentInput plain = input(policy, tests(1, 1, 0, 0));
        AssessmentInput input =
                new AssessmentInput(policy, "shop", null, plain.tags(), plain.evidence(), details, List.of(), NOON);
        assertThat(result(input, "p").explanation().reasons())
                .extracting(Object::toString)
                .containsExactly(
                        "2 matching test cases failed, at most 0 allowed",
                        "1 matching test case was skipped, at most 0 allowed");
    }

    @Test
    void anErrorInATestIsAFailure() {
        PolicyIndex policy = policy(List.of(procedure("p", new Check.Test(null, null, 4, 2, null))));
        Evidence errors = document(1, EvidenceKind.TEST, ComponentCounts.NONE, new TestCounts(1, 1, 1, 2, 0));
        assertThat(result(input(policy, errors), "p").explanation().reasons())
                .extracting(Object::toString)
                .containsExactly("3 test cases failed, at most 2 allowed");
    }
}
