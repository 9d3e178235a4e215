package io.jenkins.plugins.compliance.engine.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyAdditionTest {
    private static final String PENTEST = """
            procedures:
              - id: pentest
                statement: Have it tested.
                role: security
                phase: test
                satisfies: [{requirement: f/A-1, strength: partial}]
                check: {attestation: {type: pentest}}
            """;

    @TempDir
    Path folder;

    private PolicyPack policy;

    @BeforeEach
    void load() throws IOException {
        policy = PackFolder.sound(folder).load().orThrow();
    }

    @Test
    void addsProceduresAndChangesTheDigest() throws IOException {
        PolicyPack with = read(PENTEST, null).to(policy);

        assertThat(with.procedures()).extracting(Procedure::id).containsExactly("review", "pentest");
        assertThat(with.digest()).isNotEqualTo(policy.digest()).isEqualTo(PolicyDigest.of(with));
        assertThat(PolicyIndex.of(with).demands(Tags.of(Map.of("kind", "web"))).procedures())
                .containsExactly("review", "pentest");
    }

    @Test
    void addsAnArchetypeWhateverTheTagsSay() throws IOException {
        PolicyPack with = read("", "web").to(policy);

        assertThat(PolicyIndex.of(policy).demands(Tags.NONE).archetypes()).isEmpty();
        assertThat(PolicyIndex.of(with).demands(Tags.NONE).procedures()).containsExactly("review");
        assertThat(with.digest()).isNotEqualTo(policy.digest());
    }

    @Test
    void addsNothingWithoutAWord() throws IOException {
        assertThat(read(" \n", null).to(policy)).isSameAs(policy);
    }

    @Test
    void leavesWhatSatisfiesARequirementToThePolicy() {
        assertThatThrownBy(() -> read(PENTEST.replace("partial", "full"), null))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("folder payments:6")
                .hasMessageContaining("found the strength full, expected partial or supports");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "overrides: [review]|unknown-key",
                "uses: [bundled:compliance-stages]|unknown-key",
                "together: []|unknown-key",
                "archetypes: []|unknown-key",
                "procedures: {}|wrong-type",
                "[]|wrong-type",
                "!!javax.script.ScriptEngineManager {}|syntax",
                "'procedures: [{id: x}]'|missing-key",
            })
    void holdsProceduresAndNothingElse(String text, String code) {
        assertThatThrownBy(() -> read(text, null)).hasMessageContaining("[" + code + "]");
    }

    @Test
    void cannotReplaceWhatIsThere() {
        assertThatThrownBy(() ->
                        read(PENTEST.replace("id: pentest", "id: review"), null).to(policy))
                .hasMessageContaining("[duplicate-id]");
    }

    @Test
    void namesWhatThePolicyHas() {
        assertThatThrownBy(() -> read(PENTEST.replace("f/A-1", "f/A-9"), null).to(policy))
                .hasMessageContaining("[unknown-requirement]");
        assertThatThrownBy(() -> read("", "wep").to(policy))
                .hasMessageContaining("[unknown-archetype]")
                .hasMessageContaining("did you mean web?");
        assertThatThrownBy(() -> read("", "../web")).hasMessageContaining("[wrong-value]");
    }

    private static PolicyAddition read(String procedures, String archetype) throws InvalidPolicyException {
        return PolicyAddition.read(procedures, archetype, "folder payments", Limits.DEFAULTS);
    }
}
