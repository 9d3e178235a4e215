package io.jenkins.plugins.compliance.engine.assess;

import static io.jenkins.plugins.compliance.engine.assess.Given.NOON;
import static io.jenkins.plugins.compliance.engine.assess.Given.SAST;
import static io.jenkins.plugins.compliance.engine.assess.Given.broken;
import static io.jenkins.plugins.compliance.engine.assess.Given.cell;
import static io.jenkins.plugins.compliance.engine.assess.Given.claim;
import static io.jenkins.plugins.compliance.engine.assess.Given.evidence;
import static io.jenkins.plugins.compliance.engine.assess.Given.found;
import static io.jenkins.plugins.compliance.engine.assess.Given.input;
import static io.jenkins.plugins.compliance.engine.assess.Given.plan;
import static io.jenkins.plugins.compliance.engine.assess.Given.policy;
import static io.jenkins.plugins.compliance.engine.assess.Given.procedure;
import static io.jenkins.plugins.compliance.engine.assess.Given.report;
import static io.jenkins.plugins.compliance.engine.assess.Given.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact.PlannedTool;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ScannedPart;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.report.ReportSummary.ComponentCounts;
import io.jenkins.plugins.compliance.engine.report.ReportSummary.TestCounts;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scans of single directories: each speaks, and together they must have looked at everything. */
class PartsOfAWorkspaceTest {
    private static final ScannedPart A = new ScannedPart("a", 20, 12);
    private static final ScannedPart B = new ScannedPart("b", 12, 20);

    private final PolicyIndex everyBuild = policy(List.of(procedure("sast", SAST)));

    @Test
    void partsThatMakeUpTheWholeSatisfy() {
        ProcedureResult result = judge(scan(1, "1", A, found()), scan(2, "1", B, found()));
        assertThat(result.outcome()).isEqualTo(Outcome.SATISFIED);
        assertThat(result.explanation().reasons())
                .extracting(Object::toString)
                .containsExactly("bandit in a, b: ran, 0 findings, within thresholds");
        assertThat(result.explanation().evidence())
                .extracting(EvidenceRef::sequence)
                .containsExactly(1L, 2L);
    }

    @Test
    void findingsOfEveryPartSpeakInWhateverOrderTheyWereScanned() {
        ReportFact high = found(cell(Severity.HIGH, 1));
        assertThat(judge(scan(1, "1", A, high), scan(2, "1", B, found())).outcome())
                .isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(judge(scan(1, "1", A, found()), scan(2, "1", B, high)).outcome())
                .isEqualTo(Outcome.NOT_SATISFIED);
    }

    @Test
    void thresholdsHoldOverTheSum() {
        PolicyIndex three = policy(List.of(procedure(
                "sast",
                new Check.Scan(null, "bandit", new Check.Thresholds(Map.of(Severity.HIGH, 3), Map.of(), false)))));
        ReportFact two = found(cell(Severity.HIGH, 2));
        ProcedureResult result = result(input(three, scan(1, "1", A, two), scan(2, "1", B, two)), "sast");
        assertThat(result.outcome()).isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(result.explanation().reasons())
                .extracting(Object::toString)
                .containsExactly("bandit in a, b: 4 high findings, at most 3 allowed");
        assertThat(result(input(three, scan(1, "1", A, two), scan(2, "1", B, found())), "sast")
                        .outcome())
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void noFindingIsCountedTwice() {
        PolicyIndex three = policy(List.of(procedure(
                "sast",
                new Check.Scan(null, "bandit", new Check.Thresholds(Map.of(Severity.HIGH, 3), Map.of(), false)))));
        ReportFact two = found(cell(Severity.HIGH, 2));
        assertThat(result(
                                input(
                                        three,
                                        scan(1, "1", null, two),
                                        scan(2, "1", A, two),
                                        scan(3, "1", new ScannedPart("a/deep", 1, 31), two)),
                                "sast")
                        .outcome())
                .isEqualTo(Outcome.SATISFIED);
        assertThat(result(
                                input(
                                        three,
                                        scan(1, "1", null, found()),
                                        scan(2, "1", A, found(cell(Severity.HIGH, 4)))),
                                "sast")
                        .outcome())
                .as("what lies in another directory speaks by itself")
                .isEqualTo(Outcome.NOT_SATISFIED);
    }

    @Test
    void aCleanPartDoesNotExcuseWhatWasNotLookedAt() {
        ProcedureResult result = judge(scan(1, "1", A, found()));
        assertThat(result.outcome()).isEqualTo(Outcome.MISSING);
        assertThat(result.explanation().reasons())
                .extracting(Object::toString)
                .containsExactly("bandit: 12 files that it looks at lie outside of a and were not scanned");
        assertThat(judge(scan(1, "1", A, found()), scan(2, "1", A, found())).outcome())
                .as("twice the same part")
                .isEqualTo(Outcome.MISSING);
        assertThat(judge(scan(1, "1", A, found()), scan(2, "1", new ScannedPart("a/b", 15, 17), found()))
                        .outcome())
                .as("a part of the part")
                .isEqualTo(Outcome.MISSING);
        assertThat(judge(scan(1, "1", A, found()), scan(2, "1", new ScannedPart("a-b", 12, 20), found()))
                        .outcome())
                .as("a neighbour whose name begins alike")
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void aPartThatHoldsEverythingIsTheWhole() {
        assertThat(judge(scan(1, "1", new ScannedPart("src", 32, 0), found())).outcome())
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void aPartDoesNotMakeAnOlderScanOfTheWholeFresh() {
        ProcedureResult result = judge(scan(1, "1", null, found()), scan(2, "2", A, found()));
        assertThat(result.outcome()).isEqualTo(Outcome.STALE);
        assertThat(result.explanation().reasons())
                .extracting(Object::toString)
                .containsExactly(
                        "bandit: evidence 1 is of build 1, not of build 2, and the cadence is every-build",
                        "bandit: 12 files that it looks at lie outside of a and were not scanned");
    }

    @Test
    void withinItsPeriodAScanOfTheWholeStaysGoodAndBothSpeak() {
        PolicyIndex weekly = policy(List.of(procedure(
                "sast", SAST, new Cadence.Every(Period.ofDays(7), "weekly"), claim("R", Procedure.Strength.FULL))));
        ReportFact high = found(cell(Severity.HIGH, 1));
        assertThat(result(input(weekly, scan(1, "1", null, found()), scan(2, "2", A, found())), "sast")
                        .outcome())
                .isEqualTo(Outcome.SATISFIED);
        assertThat(result(input(weekly, scan(1, "1", null, found()), scan(2, "2", A, high)), "sast")
                        .outcome())
                .isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(result(input(weekly, scan(1, "1", null, high), scan(2, "2", A, found())), "sast")
                        .outcome())
                .as("nobody looked again at all of it")
                .isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(result(input(weekly, scan(1, "1", null, high), scan(2, "2", null, found())), "sast")
                        .outcome())
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void aRunThatFailedIsMadeUpForByOneThatDidNot() {
        Evidence failed = scan(1, "1", A, false, found());
        assertThat(judge(failed, scan(2, "1", A, found()), scan(3, "1", B, found()))
                        .outcome())
                .isEqualTo(Outcome.SATISFIED);
        assertThat(judge(failed, scan(2, "1", B, found())).outcome()).isEqualTo(Outcome.UNVERIFIABLE);
        assertThat(judge(
                                broken(scan(1, "1", A, found()), "changed"),
                                scan(2, "1", A, found()),
                                scan(3, "1", B, found()))
                        .outcome())
                .as("somebody was at work there")
                .isEqualTo(Outcome.UNVERIFIABLE);
    }

    @Test
    void aScanThatIsRepeatedDoesNotHideWhatTheFirstFound() {
        assertThat(judge(scan(1, "1", null, found(cell(Severity.HIGH, 1))), scan(2, "1", null, found()))
                        .outcome())
                .isEqualTo(Outcome.NOT_SATISFIED);
    }

    @Test
    void whatAnyPlanOfTheBuildDemandsIsDemanded() {
        ProcedureResult result = judge(
                plan(1, "1", new PlannedTool("bandit", "sast", true, null), new PlannedTool("pmd", "sast", true, null)),
                scan(2, "1", A, found()),
                plan(3, "1", new PlannedTool("bandit", "sast", true, null)),
                scan(4, "1", B, found()));
        assertThat(result.outcome()).isEqualTo(Outcome.MISSING);
        assertThat(result.explanation().reasons()).extracting(Object::toString).contains("pmd: it left no evidence");
    }

    @Test
    void aBillOfPartOfTheWorkspaceIsNoBillOfTheWhole() {
        PolicyIndex bill = policy(List.of(procedure(
                "bill",
                new Check.Sbom(1, List.of(), List.of(), List.of(), List.of()),
                new Cadence.EveryBuild(),
                claim("R", Procedure.Strength.FULL))));
        ReportFact listed =
                report("cyclonedx", new Tally(List.of()), new ComponentCounts(3, 0, 0, 0, 0, 0), TestCounts.NONE);
        Evidence planned = plan(1, "1", new PlannedTool("syft", "sbom", true, null));
        Evidence first = evidence(2, "1", NOON, fact("syft", "sbom", A, true), listed);
        Evidence second = evidence(3, "1", NOON, fact("syft", "sbom", B, true), listed);
        assertThat(result(input(bill, planned, first), "bill").outcome()).isEqualTo(Outcome.MISSING);
        assertThat(result(input(bill, planned, first, second), "bill").outcome())
                .isEqualTo(Outcome.SATISFIED);
    }

    private ProcedureResult judge(Evidence... evidence) {
        return result(input(everyBuild, evidence), "sast");
    }

    private static Evidence scan(long sequence, String build, ScannedPart part, ReportFact... reports) {
        return scan(sequence, build, part, true, reports);
    }

    private static Evidence scan(long sequence, String build, ScannedPart part, boolean counts, ReportFact... reports) {
        Instant at = NOON.minusSeconds(100 - sequence);
        return evidence(sequence, build, at, fact("bandit", "sast", part, counts), reports);
    }

    private static Fact.Scan fact(String tool, String category, ScannedPart part, boolean counts) {
        Fact.Scan of = Given.scanFact(tool, category, counts);
        return new Fact.Scan(
                of.tool(),
                of.name(),
                of.version(),
                of.category(),
                of.definition(),
                of.exitCode(),
                of.end(),
                of.meaning(),
                of.started(),
                of.finished(),
                of.counts(),
                of.reasons(),
                part);
    }
}
