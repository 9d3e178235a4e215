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
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import java.time.Duration;
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
    void whatStandsBeforeAnEntryOfTheMomentWasThere() {
        assertThat(Assessor.assess(input(weekly, AHEAD, AFTERWARDS))
                        .procedures()
                        .get(0)
                        .outcome())
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void whatStandsAtTheEndIsOfTheFuture() {
        Assessment assessment = Assessor.assess(input(weekly, AHEAD));
        assertThat(assessment.procedures().get(0).outcome()).isEqualTo(Outcome.MISSING);
        assertThat(assessment.evidence()).isEmpty();
    }
}
