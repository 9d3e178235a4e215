package io.jenkins.plugins.compliance.engine.assess;

import static io.jenkins.plugins.compliance.engine.assess.Given.NOON;
import static io.jenkins.plugins.compliance.engine.assess.Given.cell;
import static io.jenkins.plugins.compliance.engine.assess.Given.claim;
import static io.jenkins.plugins.compliance.engine.assess.Given.found;
import static io.jenkins.plugins.compliance.engine.assess.Given.policy;
import static io.jenkins.plugins.compliance.engine.assess.Given.procedure;
import static io.jenkins.plugins.compliance.engine.assess.Given.scanFact;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AssessmentPropertyTest {
    /** How good a scan's evidence is, best first; null stands for none at all. */
    private enum Quality {
        GOOD,
        OLD,
        ABSENT,
        BAD,
        CRASHED,
        FORGED
    }

    private record Scan(String tool, Quality quality, Procedure.Strength strength) {}

    @Provide
    Arbitrary<List<Scan>> scans() {
        return Combinators.combine(
                        Arbitraries.of(Quality.values()).list().ofMinSize(1).ofMaxSize(5),
                        Arbitraries.of(Procedure.Strength.values()).list().ofSize(5))
                .as((qualities, strengths) -> {
                    List<Scan> scans = new ArrayList<>();
                    for (int i = 0; i < qualities.size(); i++) {
                        scans.add(new Scan("t" + i, qualities.get(i), strengths.get(i)));
                    }
                    return scans;
                });
    }

    @Property
    void betterEvidenceNeverGivesAWorseOutcome(@ForAll("scans") List<Scan> scans, @ForAll int which) {
        int chosen = Math.floorMod(which, scans.size());
        Scan scan = scans.get(chosen);
        Outcome procedureBefore = procedureOutcome(scans, chosen);
        Outcome requirementBefore = requirementOutcome(scans, List.of());
        for (Quality better : Quality.values()) {
            if (better.compareTo(scan.quality()) < 0) {
                List<Scan> improved = new ArrayList<>(scans);
                improved.set(chosen, new Scan(scan.tool(), better, scan.strength()));
                assertThat(procedureOutcome(improved, chosen)).isGreaterThanOrEqualTo(procedureBefore);
                assertThat(requirementOutcome(improved, List.of())).isGreaterThanOrEqualTo(requirementBefore);
            }
        }
    }

    @Property
    void aWaiverNeverGivesSatisfied(@ForAll("scans") List<Scan> scans, @ForAll int which) {
        Scan scan = scans.get(Math.floorMod(which, scans.size()));
        Waiver waiver = new Waiver(
                "W",
                "by-" + scan.tool(),
                null,
                Selector.EVERYTHING,
                "because",
                "ann",
                "bob",
                NOON.minusSeconds(1),
                NOON.plusSeconds(1));
        Outcome without = requirementOutcome(scans, List.of());
        Outcome with = requirementOutcome(scans, List.of(waiver));
        if (without != Outcome.SATISFIED) {
            assertThat(with).isNotEqualTo(Outcome.SATISFIED);
        }
        assertThat(with).isGreaterThanOrEqualTo(without);
    }

    @Property
    void asOfNeverSeesTheFuture(@ForAll("scans") List<Scan> now, @ForAll("scans") List<Scan> later) {
        List<Evidence> past = evidence(now, NOON, 0);
        List<Evidence> all = new ArrayList<>(past);
        all.addAll(evidence(later, NOON.plus(Duration.ofDays(3)), past.size()));
        PolicyIndex policy = policyFor(now);
        assertThat(Assessor.assess(input(policy, all, List.of())))
                .isEqualTo(Assessor.assess(input(policy, past, List.of())));
    }

    private static Outcome procedureOutcome(List<Scan> scans, int which) {
        return Assessor.assess(input(policyFor(scans), evidence(scans, NOON, 0), List.of()))
                .procedures()
                .get(which)
                .outcome();
    }

    private static Outcome requirementOutcome(List<Scan> scans, List<Waiver> waivers) {
        return Assessor.assess(input(policyFor(scans), evidence(scans, NOON, 0), waivers))
                .requirements()
                .get(0)
                .outcome();
    }

    private static AssessmentInput input(PolicyIndex policy, List<Evidence> evidence, List<Waiver> waivers) {
        return new AssessmentInput(policy, "shop", null, Tags.NONE, evidence, DetailsSource.NONE, waivers, NOON);
    }

    private static PolicyIndex policyFor(List<Scan> scans) {
        List<Procedure> procedures = new ArrayList<>();
        for (Scan scan : scans) {
            procedures.add(procedure(
                    "by-" + scan.tool(),
                    new Check.Scan(null, scan.tool(), Given.SAST.thresholds()),
                    new Cadence.Every(Period.ofDays(1), "daily"),
                    claim("R", scan.strength())));
        }
        return policy(procedures);
    }

    private static List<Evidence> evidence(List<Scan> scans, Instant at, int offset) {
        List<Evidence> evidence = new ArrayList<>();
        for (Scan scan : scans) {
            long sequence = offset + evidence.size() + 1L;
            Instant when = scan.quality() == Quality.OLD ? at.minus(Duration.ofDays(2)) : at;
            Evidence good = Given.evidence(
                    sequence,
                    "1",
                    when,
                    scanFact(scan.tool(), "sast", scan.quality() != Quality.CRASHED),
                    scan.quality() == Quality.BAD ? found(cell(Severity.HIGH, 1)) : found());
            if (scan.quality() == Quality.FORGED) {
                evidence.add(Given.broken(good, "its signature does not hold"));
            } else if (scan.quality() != Quality.ABSENT) {
                evidence.add(good);
            }
        }
        return evidence;
    }
}
