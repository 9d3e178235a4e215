package io.jenkins.plugins.compliance.engine.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblem;
import io.jenkins.plugins.compliance.engine.policy.lint.PolicyLint;
import io.jenkins.plugins.compliance.engine.policy.lint.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever stands in the file of a pack, loading and linting end in a list of mistakes. */
class HostilePackTest {
    private static final String SOUND = PackFolder.HEADER
            + PackFolder.FRAMEWORKS
            + PackFolder.ARCHETYPE
            + PackFolder.PROCEDURE
            + "crosswalks: [{id: x, from: f, to: g, mappings: [{from: A-1, to: B-1, relation: subset}]}]\n"
            + "together: [{requirement: f/A-1, procedures: [review]}]\nweaknesses: [{cwe: 79, requirement: f/A-1}]\n";
    private static final List<String> SPLINTERS = List.of(
            "&a ",
            "*a",
            "<<: ",
            "!!int ",
            "? ",
            "- ",
            ": ",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            "|\n",
            ">\n",
            "\n",
            "\t",
            "\u0000",
            "\uFEFF",
            "%YAML 1.1\n",
            "---\n",
            "...\n",
            "~",
            "-1",
            "1e999",
            "99999999999999999999",
            "\\u",
            "#",
            ",",
            "null",
            "f/*",
            "f#low",
            "a in (",
            "P99999999999Y",
            "every 99999 years",
            "playbooks/../x.md",
            "\uD800",
            "\u202E",
            "'bundled:x'");

    private static Path file;

    @BeforeContainer
    static void createFile() throws IOException {
        file = Files.createTempFile("pack", ".yaml");
    }

    @AfterContainer
    static void deleteFile() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 1500)
    void mutilatedPacksEndInMistakesOrInAPack(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(SOUND);
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(12));
            text.replace(at, end, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
        }
        check(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 500)
    void brokenBytesEndInMistakesOrInAPack(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        byte[] bytes = SOUND.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(6); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        check(bytes);
    }

    private static void check(byte[] content) throws IOException {
        Files.write(file, content);
        LoadResult result = PolicyPacks.load(file, Limits.DEFAULTS);
        List<DocumentProblem> problems = PolicyLint.lint(result, Vocabulary.CATEGORIES, Limits.DEFAULTS);
        assertThat(problems).containsAll(result.problems());
        assertThat(problems).allSatisfy(each -> assertThat(each.toString()).doesNotContain("\n", "\u0000", "\u202E"));
        result.pack().ifPresent(pack -> assertThat(PolicyDigest.of(pack)).isEqualTo(pack.digest()));
    }
}
