package io.jenkins.plugins.compliance.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.policy.Check.Thresholds;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of check has a case and a kind of its own. */
class CheckTest {
    private static final Check.Cases<Class<?>> RECORD = new Check.Cases<>(
            Check.Scan::getClass,
            Check.Report::getClass,
            Check.Sbom::getClass,
            Check.Test::getClass,
            Check.Attestation::getClass,
            Check.Approval::getClass,
            Check.PipelineFact::getClass);

    static Stream<Check> checks() {
        return Stream.of(
                new Check.Scan("sast", null, Thresholds.NONE),
                new Check.Report("zap", Thresholds.NONE),
                new Check.Sbom(1, List.of(), List.of(), List.of(), List.of()),
                new Check.Test(null, null, 1, 0, null),
                new Check.Attestation("pen-test", List.of(), null),
                new Check.Approval("release", List.of(), 1),
                new Check.PipelineFact("agent.on-controller", List.of("false")));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void eachRecordGoesToTheCaseOfItsOwn(Check check) {
        assertThat(check.match(RECORD)).isEqualTo(check.getClass());
    }

    @Test
    void noTwoRecordsShareAKind() {
        Set<Class<?>> records = checks().map(Check::getClass).collect(Collectors.toSet());
        assertThat(records).containsExactlyInAnyOrder(Check.class.getPermittedSubclasses());
        assertThat(checks().map(Check::kind)).containsExactlyInAnyOrder(Check.Kind.values());
    }

    @Test
    void noTwoKindsShareAKey() {
        assertThat(Arrays.stream(Check.Kind.values()).flatMap(kind -> kind.keys().stream()))
                .doesNotHaveDuplicates();
    }
}
