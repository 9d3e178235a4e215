package io.jenkins.plugins.compliance.engine.evidence.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record of a fact has a case and a type of its own. */
class FactTest {
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final Fact.Cases<Class<?>> RECORD = new Fact.Cases<>(
            Fact.Scan::getClass,
            Fact.Document::getClass,
            Fact.Attestation::getClass,
            Fact.Approval::getClass,
            Fact.Pipeline::getClass,
            Fact.Plan::getClass);

    static Stream<Fact> facts() {
        return Stream.of(
                new Fact.Scan(
                        "spotbugs", null, null, "sast", "sha256:0", 0, "exited", "clean", NOON, NOON, true, List.of()),
                new Fact.Document(EvidenceKind.TEST, null, null, true, List.of()),
                new Fact.Attestation("pen-test", "Ann", LocalDate.parse("2026-11-01"), null, "Done.", null),
                new Fact.Approval("release", "Ben", NOON, null),
                new Fact.Pipeline(Map.of("agent.on-controller", "false")),
                new Fact.Plan(List.of()));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void eachRecordGoesToTheCaseOfItsOwn(Fact fact) {
        assertThat(fact.match(RECORD)).isEqualTo(fact.getClass());
    }

    @Test
    void noTwoRecordsShareAType() {
        Set<Class<?>> records = facts().map(Fact::getClass).collect(Collectors.toSet());
        assertThat(records).containsExactlyInAnyOrder(Fact.class.getPermittedSubclasses());
        assertThat(facts().map(Fact.Type::of)).containsExactlyInAnyOrder(Fact.Type.values());
    }

    @Test
    void typesAreWordsOfStatements() {
        assertThat(Stream.of(Fact.Type.values()).map(Fact.Type::id))
                .containsExactly("scan", "document", "attestation", "approval", "pipeline", "plan");
        assertThat(Fact.Type.ofId("SCAN")).isEmpty();
    }
}
