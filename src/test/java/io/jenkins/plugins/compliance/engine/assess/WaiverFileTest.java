package io.jenkins.plugins.compliance.engine.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaiverFileTest {
    @TempDir
    private Path folder;

    private List<Waiver> read(String yaml) throws IOException {
        Path file = folder.resolve("waivers.yaml");
        Files.writeString(file, yaml);
        return WaiverFile.read(file, Limits.DEFAULTS);
    }

    @Test
    void aWaiverIsReadWithItsScopeAndTime() throws IOException {
        List<Waiver> waivers = read("""
                schema: 1
                waivers:
                  - id: W-1
                    procedure: sast
                    job: shop/*
                    when: exposure = internet
                    reason: due with 4.2
                    requester: ann
                    approver: bob
                    from: 2026-11-01
                    until: 2026-12-01T09:00:00Z
                """);
        assertThat(waivers).hasSize(1);
        Waiver waiver = waivers.get(0);
        assertThat(waiver.job()).isEqualTo("shop/*");
        assertThat(waiver.when()).hasToString("exposure = internet");
        assertThat(waiver.from()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(waiver.until()).isEqualTo(Instant.parse("2026-12-01T09:00:00Z"));
    }

    @Test
    void everyMistakeIsSaidWithItsPlace() {
        assertThatThrownBy(() -> read("""
                                schema: 1
                                waivers:
                                  - id: W-1
                                    procedure: sast
                                    reasn: due
                                    requester: ann
                                    approver: bob
                                    from: yesterday
                                    until: 2026-12-01
                                  - id: W-1
                                    procedure: sast
                                    reason: due
                                    requester: ann
                                    approver: bob
                                    when: "a in"
                                    from: 2026-11-01
                                    until: 2026-12-01
                                """))
                .hasMessageContainingAll("waivers.yaml:5:", "reasn", "yesterday", "again", "waivers.yaml:15:");
    }

    @Test
    void whoAsksDoesNotApprove() {
        assertThatThrownBy(() -> read("""
                                schema: 1
                                waivers:
                                  - {id: W-1, procedure: sast, reason: r, requester: ann, approver: Ann, from: 2026-11-01, until: 2026-12-01}
                                """)).hasMessageContainingAll("own requester", "waivers.yaml:3:");
    }

    @Test
    void aNewerSchemaAndUnknownKeysAreRefused() {
        assertThatThrownBy(() -> read("""
                                schema: 2
                                waivers: []
                                waiver: []
                                """))
                .hasMessageContainingAll(
                        "waivers.yaml:1:9", "newer schema", "waivers.yaml:3:1", "did you mean waivers?");
    }

    @Test
    void aWaiverWithoutASelectorCoversEveryApplication() throws IOException {
        Waiver waiver = read("""
                        waivers:
                          - {id: W-1, procedure: sast, reason: r, requester: ann, approver: bob, from: 2026-11-01, until: 2026-12-01}
                        """).get(0);
        assertThat(waiver.job()).isNull();
        assertThat(waiver.when()).isEqualTo(Selector.EVERYTHING);
    }
}
