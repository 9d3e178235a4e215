package io.jenkins.plugins.compliance.engine.export.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageTextTest {
    @Test
    void whatLooksLikeALinkIsNone() {
        assertThat(MessageText.of("see [a](javascript:alert(1)) \\n"))
                .isEqualTo("see \\[a\\](javascript:alert(1)) \\\\n");
    }

    @Test
    void otherBracketsStandAsTheyAre() {
        assertThat(MessageText.of("use int[] or \\[x], f(x)")).isEqualTo("use int[] or \\[x], f(x)");
    }
}
