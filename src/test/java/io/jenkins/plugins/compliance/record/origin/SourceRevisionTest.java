package io.jenkins.plugins.compliance.record.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceRevisionTest {
    @Test
    void whatACheckoutStatesIsOneLineWithoutWhatLogsIn() {
        SourceRevision stated = SourceRevision.stated(
                "https://user:secret@git.example/a\u202Eb\u2028.git\u001B[31m", "main\u009B\u200B");

        assertThat(stated.source()).isEqualTo("https://git.example/a[U+202E]b .git[U+001B][31m");
        assertThat(stated.revision()).isEqualTo("main[U+009B][U+200B]");
        assertThat(stated.isCommit()).isFalse();
        assertThat(SourceRevision.stated("x".repeat(1_000), null).source())
                .hasSize(300)
                .endsWith("\u2026");
    }
}
