package io.jenkins.plugins.compliance.engine.policy.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.pack.PackFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagVocabularyTest {
    private static final String TAGS =
            "tags:\n  - {key: exposure, title: Reach, values: {internet: All, internal: Us}}\n  - {key: team}\n";

    @TempDir
    Path dir;

    @Test
    void valueThatThePolicyDoesNotKnowIsAMistake() throws IOException {
        assertThat(vocabulary().mistakes(Tags.of(Map.of("exposure", "internt", "team", "any"))))
                .containsExactly("the tag exposure=internt has a value that the policy does not know, expected one of"
                        + " internal, internet; did you mean internet?");
        assertThat(vocabulary().mistakes(Tags.of(Map.of("exposure", "internal"))))
                .isEmpty();
    }

    @Test
    void keyThatIsNearlyOneOfThePolicyIsDoubted() throws IOException {
        assertThat(vocabulary().doubts(Tags.of(Map.of("exposur", "internet", "owner", "me", "team", "x"))))
                .containsExactly("the policy does not look at the tag exposur; did you mean exposure?");
    }

    @Test
    void policyThatDefinesNoTagTakesAny() {
        TagVocabulary nothing = TagVocabulary.of(List.of());
        assertThat(nothing.mistakes(Tags.of(Map.of("exposure", "internt")))).isEmpty();
        assertThat(nothing.doubts(Tags.of(Map.of("exposur", "internet")))).isEmpty();
    }

    @Test
    void valuesOfOneTagInSeveralFilesAddUp() throws IOException {
        PolicyPack pack = load(PackFolder.sound(dir)
                .file("a.yaml", TAGS)
                .file("b.yaml", "tags:\n  - {key: exposure, values: {partner: Contract}}\n"));
        assertThat(pack.tags())
                .filteredOn(each -> each.key().equals("exposure"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.title()).isEqualTo("Reach");
                    assertThat(each.values()).containsOnlyKeys("internal", "internet", "partner");
                });
    }

    @Test
    void whatIsSaidOfTagsChangesTheDigest() throws IOException {
        String without = load(PackFolder.sound(dir.resolve("without"))).digest();
        String with =
                load(PackFolder.sound(dir.resolve("with")).file("a.yaml", TAGS)).digest();
        String again = load(PackFolder.sound(dir.resolve("again"))
                        .file(
                                "z.yaml",
                                "tags:\n- key: team\n- values:\n    internal: Us\n    internet: All\n  title: Reach\n  key: exposure\n"))
                .digest();
        assertThat(with).isNotEqualTo(without).isEqualTo(again);
    }

    @Test
    void keysAndValuesHaveTheSyntaxOfTags() throws IOException {
        assertThat(PackFolder.sound(dir)
                        .file("a.yaml", "tags:\n  - {key: 'a b'}\n  - {key: c, values: {'d e': D, f: [g]}}\n")
                        .problems())
                .containsExactly(
                        "a.yaml:2:11: error: found the key \"a b\" of a tag, expected " + Tags.SYNTAX
                                + " [wrong-value]",
                        "a.yaml:3:23: error: found the value \"d e\" of a tag, expected " + Tags.SYNTAX
                                + " [wrong-value]",
                        "a.yaml:3:36: error: found no text, expected what the value f means [wrong-type]");
    }

    private TagVocabulary vocabulary() throws IOException {
        return TagVocabulary.of(load(PackFolder.sound(dir).file("a.yaml", TAGS)).tags());
    }

    private static PolicyPack load(PackFolder folder) throws IOException {
        return folder.load().orThrow();
    }
}
