package io.jenkins.plugins.compliance.engine.assess;

import static io.jenkins.plugins.compliance.engine.assess.Given.NOON;
import static io.jenkins.plugins.compliance.engine.assess.Given.SAST;
import static io.jenkins.plugins.compliance.engine.assess.Given.cell;
import static io.jenkins.plugins.compliance.engine.assess.Given.found;
import static io.jenkins.plugins.compliance.engine.assess.Given.input;
import static io.jenkins.plugins.compliance.engine.assess.Given.policy;
import static io.jenkins.plugins.compliance.engine.assess.Given.procedure;
import static io.jenkins.plugins.compliance.engine.assess.Given.requirementOutcome;
import static io.jenkins.plugins.compliance.engine.assess.Given.result;
import static io.jenkins.plugins.compliance.engine.assess.Given.scan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaiverTest {
    private static Waiver waiver(String job, Instant from, Instant until) {
        return new Waiver("W-1", "sast", job, Selector.EVERYTHING, "vendor fix is due", "ann", "bob", from, until);
    }

    private static AssessmentInput with(Waiver waiver, boolean bad) {
        AssessmentInput plain = input(
                policy(List.of(procedure("sast", SAST))),
                scan(1, "1", "t", NOON, bad ? found(cell(Severity.HIGH, 1)) : found()));
        return new AssessmentInput(
                plain.policy(),
                plain.job(),
                plain.build(),
                plain.tags(),
                plain.evidence(),
                plain.details(),
                List.of(waiver),
                plain.asOf());
    }

    @Test
    void aWaiverInForceCoversAndTheWaivedOutcomeStaysVisible() {
        AssessmentInput input = with(waiver("sho*", NOON, NOON.plusSeconds(1)), true);
        ProcedureResult result = result(input, "sast");
        assertThat(result.outcome()).isEqualTo(Outcome.WAIVED);
        assertThat(result.waived()).isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(result.waiver()).isEqualTo("W-1");
        assertThat(result.explanation().reasons().get(0).toString()).contains("asked by ann", "approved by bob");
        assertThat(requirementOutcome(input, "R-1")).isEqualTo(Outcome.WAIVED);
    }

    @Test
    void outsideItsTimeOrJobItDoesNot() {
        assertThat(result(with(waiver(null, NOON.minusSeconds(9), NOON), true), "sast")
                        .outcome())
                .isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(result(with(waiver(null, NOON.plusSeconds(1), NOON.plusSeconds(9)), true), "sast")
                        .outcome())
                .isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(result(with(waiver("other", NOON, NOON.plusSeconds(9)), true), "sast")
                        .outcome())
                .isEqualTo(Outcome.NOT_SATISFIED);
    }

    @Test
    void itChangesNothingThatIsSatisfied() {
        assertThat(result(with(waiver(null, NOON, NOON.plusSeconds(9)), false), "sast")
                        .outcome())
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void nobodyApprovesTheirOwn() {
        assertThatThrownBy(() -> new Waiver(
                        "W", "p", null, Selector.EVERYTHING, "because", "Ann", " ann ", NOON, NOON.plusSeconds(1)))
                .hasMessageContaining("own requester");
    }

    @Test
    void itNeedsAReasonAndAnEndAfterItsBeginning() {
        assertThatThrownBy(() ->
                        new Waiver("W", "p", null, Selector.EVERYTHING, " ", "ann", "bob", NOON, NOON.plusSeconds(1)))
                .hasMessageContaining("no reason");
        assertThatThrownBy(() -> new Waiver("W", "p", null, Selector.EVERYTHING, "because", "ann", "bob", NOON, NOON))
                .hasMessageContaining("before it begins");
    }
}
