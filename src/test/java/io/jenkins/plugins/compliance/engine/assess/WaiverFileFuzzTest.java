package io.jenkins.plugins.compliance.engine.assess;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import io.jenkins.plugins.compliance.engine.policy.pack.InvalidPolicyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

class WaiverFileFuzzTest {
    private static final Limits LIMITS = Limits.DEFAULTS.withPolicy(1 << 18, 20_000, 10, 50);

    @TempDir
    static Path folder;

    static Stream<byte[]> seeds() {
        return Stream.of("""
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
                        """).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyFileIsWaiversOrRefused(byte[] content) throws IOException {
        Path file = folder.resolve("waivers.yaml");
        Files.write(file, content);
        try {
            for (Waiver waiver : WaiverFile.read(file, LIMITS)) {
                waiver.inForce(Given.NOON);
            }
        } catch (InvalidPolicyException | MalformedInputException | LimitExceededException refused) {
            // A file that is wrong is refused by these alone.
        }
    }
}
