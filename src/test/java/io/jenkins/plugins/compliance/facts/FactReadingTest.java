package io.jenkins.plugins.compliance.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FactReadingTest {
    @Test
    void whatCannotBeReadIsLeftOutAndTheRestStays() {
        Facts facts = new Facts();
        FactReading.read((run, found) -> found.state(ControllerFact.CONTROLLER_EXECUTORS, "0"), "one", null, facts);
        FactReading.read(
                (run, found) -> {
                    throw new IllegalStateException("broken");
                },
                "another",
                null,
                facts);
        FactReading.read(
                (run, found) -> {
                    throw new IOException("disk");
                },
                "a third",
                null,
                facts);
        FactReading.read(
                (run, found) -> {
                    throw new NoSuchMethodError("an older plugin");
                },
                "a fourth",
                null,
                facts);
        FactReading.read((run, found) -> found.state(ControllerFact.EVIDENCE_SIGNED, true), "a fifth", null, facts);

        assertThat(facts.stated())
                .containsOnlyKeys("controller.executors", "evidence.signed")
                .containsEntry("controller.executors", "0");
    }
}
