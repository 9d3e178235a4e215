package io.jenkins.plugins.compliance.engine.assess;

import static io.jenkins.plugins.compliance.engine.assess.Given.NOON;
import static io.jenkins.plugins.compliance.engine.assess.Given.claim;
import static io.jenkins.plugins.compliance.engine.assess.Given.evidence;
import static io.jenkins.plugins.compliance.engine.assess.Given.found;
import static io.jenkins.plugins.compliance.engine.assess.Given.policy;
import static io.jenkins.plugins.compliance.engine.assess.Given.procedure;
import static io.jenkins.plugins.compliance.engine.assess.Given.scan;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.ReportSummary.ComponentCounts;
import io.jenkins.plugins.compliance.engine.report.ReportSummary.TestCounts;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What an assessment says of the moment before which time alone changes nothing. */
class ChangesByTimeTest {
    private static final LocalDate DAY = NOON.atZone(ZoneOffset.UTC).toLocalDate();
    private static final Cadence WEEKLY = new Cadence.Every(Period.ofDays(7), "P7D");

    @Test
    void aScanIsFreshForTheWholeOfItsPeriod() {
        PolicyIndex policy = policy(List.of(procedure("p", Given.SAST, WEEKLY, claim("R", Procedure.Strength.FULL))));
        Instant due = NOON.plus(Duration.ofDays(6));
        Evidence scan = scan(1, "1", "pmd", NOON.minus(Duration.ofDays(1)), found());

        assertThat(at(NOON, policy, List.of(scan), List.of()).changesAt()).isEqualTo(due);
        assertThat(outcome(due.minusNanos(1), policy, scan)).isEqualTo(Outcome.SATISFIED);
        assertThat(outcome(due, policy, scan)).isEqualTo(Outcome.STALE);
        assertThat(at(due, policy, List.of(scan), List.of()).changesAt()).isNull();
    }

    @Test
    void whatIsOfEveryBuildNeverChangesByTime() {
        PolicyIndex policy = policy(List.of(procedure("p", Given.SAST)));

        assertThat(at(NOON, policy, List.of(scan(1, "1", "pmd", NOON, found())), List.of())
                        .changesAt())
                .isNull();
    }

    @Test
    void anAttestationEndsWithItsLastDay() {
        PolicyIndex policy = policy(List.of(procedure(
                "p", new Check.Attestation("t", List.of(), Period.ofDays(30)), new Cadence.Once(), claim("R", FULL))));
        Evidence attested = attested(DAY.minusDays(10), DAY.plusDays(3));
        Instant end = DAY.plusDays(4).atStartOfDay(ZoneOffset.UTC).toInstant();

        assertThat(at(NOON, policy, List.of(attested), List.of()).changesAt()).isEqualTo(end);
        assertThat(outcome(end.minusNanos(1), policy, attested)).isEqualTo(Outcome.SATISFIED);
        assertThat(outcome(end, policy, attested)).isEqualTo(Outcome.STALE);
    }

    @Test
    void aReportThatMustHoldForAMonthEndsWhereNoDayGoesBackTo() {
        PolicyIndex policy = policy(List.of(procedure(
                "p",
                new Check.Report(
                        "security-txt", List.of(), Period.ofMonths(1), new Check.Thresholds(Map.of(), Map.of(), false)),
                new Cadence.Once(),
                claim("R", FULL))));
        Instant january = Instant.parse("2026-01-10T00:00:00Z");
        Evidence report = valid(january, Instant.parse("2026-03-31T15:00:00Z"));
        Instant end = Instant.parse("2026-03-01T00:00:00Z");

        assertThat(at(january, policy, List.of(report), List.of()).changesAt()).isEqualTo(end);
        assertThat(outcome(end.minusNanos(1), policy, report)).isEqualTo(Outcome.SATISFIED);
        assertThat(outcome(end, policy, report)).isEqualTo(Outcome.NOT_SATISFIED);
    }

    @Test
    void waiversBeginAndEnd() {
        PolicyIndex policy = policy(List.of(procedure("p", Given.SAST)));
        Waiver now = waiver(NOON.minusSeconds(9), NOON.plusSeconds(60));
        Waiver later = waiver(NOON.plusSeconds(30), NOON.plusSeconds(90));

        assertThat(at(NOON, policy, List.of(), List.of(now)).changesAt()).isEqualTo(now.until());
        assertThat(at(NOON, policy, List.of(), List.of(later)).changesAt()).isEqualTo(later.from());
        assertThat(at(NOON, policy, List.of(), List.of(now, later)).changesAt()).isEqualTo(later.from());
        assertThat(at(NOON.plusSeconds(90), policy, List.of(), List.of(now, later))
                        .changesAt())
                .isNull();
    }

    @Property(tries = 400)
    void nothingChangesBeforeThatMomentAndItLiesAhead(@ForAll long seed) {
        Random random = new Random(seed);
        PolicyIndex policy = policy(procedures(random));
        List<Evidence> evidence = someEvidence(random);
        List<Waiver> waivers = random.nextBoolean() ? List.of() : List.of(someWaiver(random), someWaiver(random));
        Instant moment = NOON.plus(Duration.ofHours(random.nextInt(24 * 40)));
        for (int steps = 0; steps < 40; steps++) {
            Assessment assessment = at(moment, policy, evidence, waivers);
            Instant next = assessment.changesAt();
            Instant end = next == null ? moment.plus(Duration.ofDays(4000)) : next.minusNanos(1);
            assertThat(end).isAfterOrEqualTo(moment);
            long nanos = Math.max(1, Duration.between(moment, end).toMillis());
            for (Instant between : List.of(end, moment.plusMillis((long) (random.nextDouble() * nanos)))) {
                if (!between.isAfter(end)) {
                    assertThat(outcomes(at(between, policy, evidence, waivers))).isEqualTo(outcomes(assessment));
                }
            }
            if (next == null) {
                return;
            }
            moment = next;
        }
    }

    private static final Procedure.Strength FULL = Procedure.Strength.FULL;

    private static List<Procedure> procedures(Random random) {
        Check.Attestation attested = new Check.Attestation(
                "t", List.of(), random.nextBoolean() ? null : Period.ofMonths(1 + random.nextInt(3)));
        Check.Report report = new Check.Report(
                "security-txt",
                List.of(),
                random.nextBoolean() ? null : Period.ofMonths(random.nextInt(3)),
                new Check.Thresholds(Map.of(), Map.of(), false));
        return List.of(
                procedure("p", Given.SAST, cadence(random), claim("R", FULL)),
                procedure("a", attested, cadence(random), claim("R", Procedure.Strength.PARTIAL)),
                procedure("r", report, cadence(random), claim("S", FULL)),
                procedure(
                        "f",
                        new Check.PipelineFact("x", List.of("y"), random.nextBoolean() ? attested : null),
                        cadence(random),
                        claim("S", Procedure.Strength.PARTIAL)));
    }

    private static Cadence cadence(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Cadence.Once();
            case 1 -> new Cadence.EveryBuild();
            default -> new Cadence.Every(Period.of(0, random.nextInt(2), 1 + random.nextInt(20)), "some");
        };
    }

    private static List<Evidence> someEvidence(Random random) {
        List<Evidence> evidence = new ArrayList<>();
        long sequence = 0;
        for (int i = random.nextInt(8); i > 0; i--) {
            Instant at = NOON.minus(Duration.ofHours(10L * i + random.nextInt(9)));
            sequence++;
            String build = String.valueOf(1 + random.nextInt(2));
            evidence.add(
                    switch (random.nextInt(4)) {
                        case 0 -> scan(sequence, build, "pmd", at, found());
                        case 1 -> {
                            LocalDate issued = DAY.plusDays(random.nextInt(60) - 30);
                            yield evidence(
                                    sequence,
                                    build,
                                    at,
                                    new Fact.Attestation(
                                            "t",
                                            "acme",
                                            issued,
                                            random.nextBoolean() ? null : issued.plusDays(random.nextInt(90)),
                                            "done",
                                            null));
                        }
                        case 2 -> valid(sequence, build, at, NOON.plus(Duration.ofHours(random.nextInt(3000))));
                        default ->
                            evidence(
                                    sequence,
                                    build,
                                    at,
                                    new Fact.Pipeline(Map.of("x", random.nextBoolean() ? "y" : "n")));
                    });
        }
        return evidence;
    }

    private static Waiver someWaiver(Random random) {
        Instant from = NOON.plus(Duration.ofHours(random.nextInt(2000)));
        return waiver(from, from.plus(Duration.ofHours(1 + random.nextInt(500))));
    }

    private static Waiver waiver(Instant from, Instant until) {
        return new Waiver("W", "p", null, Selector.EVERYTHING, "because", "ann", "bob", from, until);
    }

    private static Evidence attested(LocalDate issued, LocalDate expires) {
        return evidence(1, "1", NOON, new Fact.Attestation("t", "acme", issued, expires, "done", null));
    }

    private static Evidence valid(Instant at, Instant until) {
        return valid(1, "1", at, until);
    }

    private static Evidence valid(long sequence, String build, Instant at, Instant until) {
        ReportFact plain = Given.report("security-txt", Tally.EMPTY, ComponentCounts.NONE, TestCounts.NONE);
        ReportFact report = new ReportFact(
                plain.file(),
                plain.format(),
                plain.size(),
                plain.sha256(),
                true,
                plain.results(),
                plain.suppressed(),
                plain.tally(),
                plain.components(),
                plain.tests(),
                plain.problems(),
                plain.details(),
                until);
        Fact fact = new Fact.Document(EvidenceKind.REPORT, null, null, true, List.of());
        return evidence(sequence, build, at, fact, report);
    }

    private static Outcome outcome(Instant moment, PolicyIndex policy, Evidence evidence) {
        return at(moment, policy, List.of(evidence), List.of())
                .procedures()
                .get(0)
                .outcome();
    }

    private static List<Outcome> outcomes(Assessment assessment) {
        return Stream.concat(
                        assessment.procedures().stream().map(ProcedureResult::outcome),
                        assessment.requirements().stream().map(RequirementResult::outcome))
                .toList();
    }

    private static Assessment at(Instant moment, PolicyIndex policy, List<Evidence> evidence, List<Waiver> waivers) {
        return Assessor.assess(
                new AssessmentInput(policy, "shop", "1", Tags.NONE, evidence, DetailsSource.NONE, waivers, moment));
    }
}
