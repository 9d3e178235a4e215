package io.jenkins.plugins.compliance.engine.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Packs of one file: YAML, or JSON where it begins like an object. */
class PackFileFuzzTest {
    private static final Limits LIMITS = Limits.DEFAULTS.withPolicy(1 << 18, 20_000, 10, 50);

    @TempDir
    static Path folder;

    static Stream<byte[]> seeds() {
        return Stream.of(
                        PackFolder.HEADER + PackFolder.FRAMEWORKS + PackFolder.ARCHETYPE + PackFolder.PROCEDURE,
                        """
                        schema: 1
                        id: a
                        version: "1"
                        frameworks: [{id: f, title: F, requirements: [{id: A-1, title: &t One}, {id: A-2, title: *t}]}]
                        crosswalks:
                          - id: c
                            from: f
                            to: f
                            mappings: [{from: A-1, to: A-2, relation: equal}]
                        archetypes: [{id: any, when: "a in (b, c), !d", requires: [f/A-*]}]
                        procedures:
                          - id: s
                            statement: Scan.
                            role: developer
                            phase: build
                            satisfies: [{requirement: f/A-1, strength: full}]
                            check: {scan: sast, cadence: every 30 days, max: {critical: 0, cwe-89: 0}, newOnly: true}
                        """,
                        """
                        {"schema":1,"id":"a","version":"1","procedures":[{"id":"s","statement":"S.","role":"security",
                        "phase":"test","satisfies":[],"check":{"attestation":{"kind":"pentest","maxAge":"365d"}}}]}
                        """,
                        """
                        {"catalog":{"uuid":"c","metadata":{"title":"C","version":"1"},"groups":[{"id":"ac","title":"A",
                        "controls":[{"id":"ac-1","title":"One","parts":[{"name":"statement","prose":"{{ insert: param, p }}"}],
                        "controls":[{"id":"ac-1.1","title":"Two"}]}]}]}}
                        """)
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyFileIsAPackOrSaysWhatIsWrong(byte[] content) throws IOException {
        boolean json = content.length > 0 && content[0] == '{';
        Path file = folder.resolve(json ? "pack.json" : "pack.yaml");
        Files.write(file, content);
        LoadResult result = PolicyPacks.load(file, LIMITS);
        assertThat(result.pack().isEmpty())
                .isEqualTo(result.problems().stream().anyMatch(each -> each.level() == DocumentProblem.Level.ERROR));
        LoadedPack.use(result);
    }
}
