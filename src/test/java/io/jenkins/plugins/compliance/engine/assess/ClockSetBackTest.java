package io.jenkins.plugins.compliance.engine.assess;

import static io.jenkins.plugins.compliance.engine.assess.Given.NOON;
import static io.jenkins.plugins.compliance.engine.assess.Given.SAST;
import static io.jenkins.plugins.compliance.engine.assess.Given.claim;
import static io.jenkins.plugins.compliance.engine.assess.Given.evidence;
import static io.jenkins.plugins.compliance.engine.assess.Given.found;
import static io.jenkins.plugins.compliance.engine.assess.Given.input;
import static io.jenkins.plugins.compliance.engine.assess.Given.policy;
import static io.jenkins.plugins.compliance.engine.assess.Given.procedure;
import static io.jenkins.plugins.compliance.engine.assess.Given.scan;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.RecordedBy;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The clock of a recorder went ahead, and was set back. */
class ClockSetBackTest {
    private static final Evidence AHEAD = scan(1, "1", "bandit", NOON.plus(Duration.ofHours(3)), found());
    private static final Evidence AFTERWARDS =
            evidence(2, "2", NOON, new Fact.Pipeline(Map.of("evidence.signed", "true")));

    private final PolicyIndex weekly = policy(List.of(procedure(
            "sast", SAST, new Cadence.Every(Period.ofDays(7), "weekly"), claim("R-1", Procedure.Strength.FULL))));

    @Test
    void whatIsRecordedLaterChangesNoPastAnswer() {
        Assessment before = Assessor.assess(input(weekly, AHEAD));
        Assessment after = Assessor.assess(input(weekly, AHEAD, AFTERWARDS));

        assertThat(after.procedures()).isEqualTo(before.procedures());
        assertThat(after.evidence()).isEmpty();
    }

    @Test
    void nowIsTheMomentOfTheLedgerUntilTheClockHasCaughtUp() {
        List<Evidence> ledger = List.of(AHEAD, AFTERWARDS);
        Instant ahead = AHEAD.recordedAt();

        assertThat(RecordedBy.now(ledger, NOON)).isEqualTo(ahead);
        assertThat(RecordedBy.now(ledger, ahead.plusSeconds(1))).isEqualTo(ahead.plusSeconds(1));
        assertThat(RecordedBy.now(List.of(), NOON)).isEqualTo(NOON);
        AssessmentInput now =
                new AssessmentInput(weekly, "shop", null, Tags.NONE, ledger, DetailsSource.NONE, List.of(), ahead);
        assertThat(Assessor.assess(now).procedures().get(0).outcome()).isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void whatStandsAtTheEndIsOfTheFuture() {
        Assessment assessment = Assessor.assess(input(weekly, AHEAD));
        assertThat(assessment.procedures().get(0).outcome()).isEqualTo(Outcome.MISSING);
        assertThat(assessment.evidence()).isEmpty();
    }
}
