package io.jenkins.plugins.compliance.engine.assess;

import static io.jenkins.plugins.compliance.engine.assess.Given.NOON;
import static io.jenkins.plugins.compliance.engine.assess.Given.evidence;
import static io.jenkins.plugins.compliance.engine.assess.Given.input;
import static io.jenkins.plugins.compliance.engine.assess.Given.policy;
import static io.jenkins.plugins.compliance.engine.assess.Given.procedure;
import static io.jenkins.plugins.compliance.engine.assess.Given.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Builds are 1 and 2, and build 2 is judged: it leaves the newest evidence. */
class PipelineCheckTest {
    private static final PolicyIndex POLICY = policy(List.of(procedure(
            "p",
            new Check.PipelineFact(
                    "deploy.drift",
                    List.of("none"),
                    new Check.Attestation("deploy.drift", List.of(), Period.ofDays(30))))));
    private static final Evidence BUILD_2 = evidence(9, "2", NOON, new Fact.Pipeline(Map.of("other", "true")));

    private static Evidence drift(long sequence, String build, String value) {
        return evidence(sequence, build, NOON.minusSeconds(60), new Fact.Pipeline(Map.of("deploy.drift", value)));
    }

    private static Evidence attested(long sequence, String issued) {
        return evidence(
                sequence,
                "1",
                NOON.minusSeconds(60),
                new Fact.Attestation("deploy.drift", "ops", LocalDate.parse(issued), null, "compared by hand", null));
    }

    private static ProcedureResult judged(Evidence... evidence) {
        return result(input(POLICY, evidence), "p");
    }

    @Test
    void whereNobodyObservedSomebodyMayAttest() {
        ProcedureResult result = judged(attested(1, "2026-03-30"), BUILD_2);

        assertThat(result.outcome()).isEqualTo(Outcome.SATISFIED);
        assertThat(result.explanation().summary()).hasToString("The attestation deploy.drift holds.");
        assertThat(result.explanation().reasons())
                .extracting(Object::toString)
                .containsExactly(
                        "issued 2026-03-30 by ops",
                        "accepted instead of the pipeline fact deploy.drift, which nobody observed in time");
        assertThat(result.explanation().evidence())
                .extracting(EvidenceRef::sequence)
                .containsExactly(1L);
    }

    @Test
    void withoutEitherItIsMissingAndSaysWhatWouldDo() {
        ProcedureResult result = judged(BUILD_2);

        assertThat(result.outcome()).isEqualTo(Outcome.MISSING);
        assertThat(result.explanation().reasons())
                .extracting(Object::toString)
                .containsExactly("policy accepts the attestation deploy.drift instead, which nobody gave");
    }

    @Test
    void anOldAttestationIsStale() {
        assertThat(judged(attested(1, "2026-01-01"), BUILD_2).outcome()).isEqualTo(Outcome.STALE);
    }

    @Test
    void whatWasSeenInTimeStandsAboveAnybodysWord() {
        assertThat(judged(attested(1, "2026-03-30"), drift(2, "2", "found"), BUILD_2)
                        .outcome())
                .isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(judged(drift(1, "2", "found"), attested(2, "2026-03-30"), BUILD_2)
                        .outcome())
                .isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(judged(drift(1, "2", "none"), BUILD_2).explanation().evidence())
                .extracting(EvidenceRef::sequence)
                .containsExactly(1L);
    }

    @Test
    void aViolationOfAnEarlierBuildIsUndoneByLaterWordAlone() {
        assertThat(judged(attested(1, "2026-03-30"), drift(2, "1", "found"), BUILD_2)
                        .outcome())
                .isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(judged(drift(1, "1", "found"), attested(2, "2026-03-30"), BUILD_2)
                        .outcome())
                .isEqualTo(Outcome.SATISFIED);
        assertThat(judged(drift(1, "1", "found"), attested(2, "2026-01-01"), BUILD_2)
                        .outcome())
                .isEqualTo(Outcome.NOT_SATISFIED);
    }

    @Test
    void anObservationThatCannotBeReliedOnStaysSo() {
        assertThat(judged(Given.broken(drift(1, "1", "none"), "altered"), attested(2, "2026-03-30"), BUILD_2)
                        .outcome())
                .isEqualTo(Outcome.UNVERIFIABLE);
    }

    @Test
    void anAttestationStandsInWhenTheNextObservationIsOverdue() {
        PolicyIndex daily = policy(List.of(procedure(
                "p",
                new Check.PipelineFact(
                        "deploy.drift",
                        List.of("none"),
                        new Check.Attestation("deploy.drift", List.of(), Period.ofDays(30))),
                new Cadence.Every(Period.ofDays(1), "daily"),
                Given.claim("R-1", Procedure.Strength.FULL))));
        Evidence old = evidence(
                1, "1", Instant.parse("2026-03-01T00:00:00Z"), new Fact.Pipeline(Map.of("deploy.drift", "none")));

        assertThat(result(input(daily, old), "p").outcome()).isEqualTo(Outcome.STALE);
        assertThat(result(input(daily, old, attested(2, "2026-03-30")), "p").outcome())
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void aFactThatMustBeObservedTakesNobodysWord() {
        PolicyIndex strict = policy(List.of(procedure("p", new Check.PipelineFact("deploy.drift", List.of("none")))));

        ProcedureResult result = result(input(strict, attested(1, "2026-03-30")), "p");

        assertThat(result.outcome()).isEqualTo(Outcome.MISSING);
        assertThat(result.explanation().reasons()).isEmpty();
    }
}
