package io.jenkins.plugins.compliance.engine.assess;

import static io.jenkins.plugins.compliance.engine.assess.Given.NOON;
import static io.jenkins.plugins.compliance.engine.assess.Given.evidence;
import static io.jenkins.plugins.compliance.engine.assess.Given.input;
import static io.jenkins.plugins.compliance.engine.assess.Given.outcome;
import static io.jenkins.plugins.compliance.engine.assess.Given.policy;
import static io.jenkins.plugins.compliance.engine.assess.Given.procedure;
import static io.jenkins.plugins.compliance.engine.assess.Given.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.report.ReportSummary.ComponentCounts;
import io.jenkins.plugins.compliance.engine.report.ReportSummary.TestCounts;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportCheckTest {
    private static final Check.Report CHECK = new Check.Report(
            "security-txt",
            List.of("openpgp-key"),
            Period.ofDays(30),
            new Check.Thresholds(Map.of(Severity.HIGH, 0), Map.of(), false));
    private static final PolicyIndex POLICY = policy(List.of(procedure("p", CHECK)));

    private static ReportFact report(String format, Instant validUntil, Tally.Cell... cells) {
        return new ReportFact(
                null,
                format,
                10,
                "1".repeat(64),
                true,
                cells.length,
                0,
                new Tally(List.of(cells)),
                ComponentCounts.NONE,
                TestCounts.NONE,
                List.of(),
                null,
                validUntil);
    }

    private static Evidence recorded(ReportFact... reports) {
        return evidence(1, "1", NOON, new Fact.Document(EvidenceKind.REPORT, null, null, true, List.of()), reports);
    }

    private static Instant in(int days) {
        return NOON.plus(Duration.ofDays(days));
    }

    @Test
    void whatHoldsLongEnoughSatisfies() {
        assertThat(outcome(input(POLICY), "p")).isEqualTo(Outcome.MISSING);
        assertThat(outcome(
                        input(POLICY, recorded(report("security-txt", in(31)), report("openpgp-key", in(400)))), "p"))
                .isEqualTo(Outcome.SATISFIED);
        assertThat(outcome(input(POLICY, recorded(report("security-txt", in(31)), report("openpgp-key", null))), "p"))
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void whatHasExpiredOrSoonWillDoesNot() {
        ProcedureResult soon =
                result(input(POLICY, recorded(report("security-txt", in(30)), report("openpgp-key", in(31)))), "p");
        assertThat(soon.outcome()).isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(soon.explanation().reasons())
                .extracting(Object::toString)
                .containsExactly("the security-txt report holds until 2026-04-30T12:00:00Z, expected"
                        + " 2026-04-30T12:00:00Z at least (P30D more)");
        ProcedureResult expired =
                result(input(POLICY, recorded(report("security-txt", in(99)), report("openpgp-key", in(-1)))), "p");
        assertThat(expired.outcome()).isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(expired.explanation().reasons())
                .extracting(Object::toString)
                .containsExactly("what the openpgp-key report shows has expired at 2026-03-30T12:00:00Z");
    }

    @Test
    void theMomentThatIsJudgedDecidesAndNotTheMomentOfTheReading() {
        PolicyIndex policy = policy(List.of(procedure(
                "p",
                CHECK,
                Cadence.parse("yearly"),
                procedure("q", CHECK).satisfies().get(0))));
        AssessmentInput now = input(policy, recorded(report("security-txt", in(60)), report("openpgp-key", in(60))));
        assertThat(outcome(now, "p")).isEqualTo(Outcome.SATISFIED);
        AssessmentInput later = new AssessmentInput(
                now.policy(), now.job(), null, now.tags(), now.evidence(), now.details(), List.of(), in(31));
        assertThat(outcome(later, "p")).isEqualTo(Outcome.NOT_SATISFIED);
    }

    @Test
    void whatMustBeWithItMustBeThere() {
        assertThat(result(input(POLICY, recorded(report("security-txt", in(99)))), "p")
                        .explanation()
                        .reasons())
                .extracting(Object::toString)
                .containsExactly("no openpgp-key report is with it, one expected");
    }

    @Test
    void findingsCountInWhateverIsWithIt() {
        assertThat(result(
                                input(
                                        POLICY,
                                        recorded(
                                                report("security-txt", in(99)),
                                                report("openpgp-key", null, Given.cell(Severity.HIGH, 1)))),
                                "p")
                        .explanation()
                        .reasons())
                .extracting(Object::toString)
                .containsExactly("1 high finding, at most 0 allowed");
    }

    @Test
    void withoutAMarginItNeedHoldAtThatMomentAlone() {
        PolicyIndex policy = policy(List.of(procedure("p", new Check.Report("security-txt", Check.Thresholds.NONE))));
        assertThat(outcome(input(policy, recorded(report("security-txt", in(1)))), "p"))
                .isEqualTo(Outcome.SATISFIED);
        assertThat(outcome(input(policy, recorded(report("security-txt", NOON))), "p"))
                .isEqualTo(Outcome.NOT_SATISFIED);
    }
}
