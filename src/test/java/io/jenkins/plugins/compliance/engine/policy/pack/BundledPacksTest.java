package io.jenkins.plugins.compliance.engine.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundledPacksTest {

    static List<String> ids() {
        return PolicyPacks.bundledIds();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void haveNoMistake(String id) throws IOException {
        LoadResult result = PolicyPacks.bundled(id, Limits.DEFAULTS);
        assertThat(result.problems()).isEmpty();
        assertThat(result.orThrow().id()).isEqualTo(id);
        assertThat(result.orThrow().digest()).matches("sha256:[0-9a-f]{64}");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void haveAnIndexOfAllTheirFiles(String id) throws Exception {
        URI index = BundledPacksTest.class
                .getResource("/io/jenkins/plugins/compliance/engine/policy/packs/" + id + "/index")
                .toURI();
        Path folder = Path.of(index).getParent();
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> there = files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.equals("index"))
                    .sorted()
                    .toList();
            assertThat(Files.readAllLines(folder.resolve("index"))).isEqualTo(there);
        }
    }

    @Test
    void unknownOneNamesTheKnown() {
        assertThatThrownBy(() -> PolicyPacks.load("bundled:nobody", Limits.DEFAULTS))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("bundled are")
                .hasMessageContaining("compliance-stages");
    }
}
