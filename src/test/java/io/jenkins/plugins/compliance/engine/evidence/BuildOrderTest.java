package io.jenkins.plugins.compliance.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Ledger;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Samples;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildOrderTest {
    @ParameterizedTest
    @CsvSource({
        "2, 1, true",
        "10, 9, true",
        "1, 1, false",
        "1, 2, false",
        "b, a, false",
        "2, a, false",
        "b, 1, false",
        "02, 1, false",
        "9999999999999999999, 1, false",
        "'', 1, false",
    })
    void numbersTellWhichIsTheLaterAndNothingElseDoes(String build, String than, boolean later) {
        assertThat(BuildOrder.isLater(build, than)).isEqualTo(later);
    }

    @Test
    void numberedBuildsAreOrderedByNumberAndWhatIsOfNoneComesFirst() {
        List<Evidence> evidence = List.of(of(1, "10"), of(2, "9"), of(3, "10"), ofLedger(4), of(5, "2"));
        assertThat(ordered(evidence, "9")).containsExactly(4L, 5L, 2L, 1L, 3L);
    }

    @Test
    void otherwiseTheBuildThatIsJudgedComesLast() {
        List<Evidence> evidence = List.of(of(1, "b"), of(2, "a"), ofLedger(3), of(4, "b"), of(5, "1"));
        assertThat(ordered(evidence, "b")).containsExactly(2L, 3L, 5L, 1L, 4L);
    }

    private static Stream<Long> ordered(List<Evidence> evidence, String judged) {
        return evidence.stream().sorted(BuildOrder.of(evidence, judged)).map(Evidence::sequence);
    }

    private static Evidence of(long sequence, String build) {
        return evidence(sequence, "pipeline-facts", build);
    }

    private static Evidence ofLedger(long sequence) {
        return evidence(sequence, Ledger.KEY_ROTATION, Ledger.KEY_ROTATION);
    }

    private static Evidence evidence(long sequence, String name, String build) {
        return new Evidence(
                "1".repeat(32),
                sequence,
                name,
                Samples.START,
                Samples.START,
                Samples.origin(Samples.SHOP, build),
                Tags.NONE,
                List.of(),
                new Fact.Pipeline(Map.of()),
                "0".repeat(64),
                new Evidence.Integrity.Verified());
    }
}
