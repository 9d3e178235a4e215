package io.jenkins.plugins.compliance.config.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** Small policy packs for tests. */
final class PackText {
    private PackText() {}

    static String of(String version) {
        return """
                schema: 1
                id: acme
                version: '%s'
                frameworks: [{id: f, title: F, requirements: [{id: A, title: First}]}]
                archetypes: [{id: any, requires: [f/A]}]
                procedures:
                  - id: review
                    statement: Review it.
                    role: developer
                    phase: code
                    satisfies: [{requirement: f/A, strength: full}]
                    check: {approval: {what: review}}
                """.formatted(version);
    }

    /** A pack of one file that holds nothing but what it uses. */
    static String using(String... packs) {
        return "schema: 1\nid: own\nversion: '1'\nuses: [" + String.join(", ", packs) + "]\n";
    }

    static byte[] bytes(String version) {
        return of(version).getBytes(StandardCharsets.UTF_8);
    }

    /** Writes it so that nobody takes it for the earlier one: clocks of files tick slowly. */
    static void write(Path folder, String text) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("pack.yaml");
        FileTime before = Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.from(Instant.EPOCH);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(Math.max(before.toMillis() + 2_000, 1_700_000_000_000L)));
    }
}
