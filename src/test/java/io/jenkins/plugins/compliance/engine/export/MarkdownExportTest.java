package io.jenkins.plugins.compliance.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MarkdownExportTest {
    @Test
    void summarises() throws Exception {
        String text = write(ExportOptions.DEFAULTS);
        assertThat(text)
                .startsWith("## \u26A0 Compliance: can't be verified\n")
                .contains("10 of 23 procedures hold")
                .contains("| \u2717 not satisfied | 4 | 11 |")
                .contains("### What to do next")
                .contains("  - and 4 more\n")
                .contains("| NIST SP 800-53 Revision 5 | 6 | 26 |");
    }

    @Test
    void letsNoTextBecomeMarkup() throws Exception {
        String text = write(ExportOptions.DEFAULTS);
        assertThat(text).doesNotContainPattern("(?<!\\\\)[<&]").doesNotContain("\u202E");
        assertThat(text).contains("\\<script\\>alert\\('x'\\)");
    }

    @Test
    void fitsIntoACommentWhateverThePolicyIs() throws Exception {
        assertThat(write(new ExportOptions(1000, 1000, 14, List.of()))).hasSizeLessThan(65_536);
    }

    @Test
    void disarmsMentionsReferencesAndAddresses() {
        assertThat(MarkdownText.of("ask @octocat about #12")).isEqualTo("ask @\u200Boctocat about \\#\u200B12");
        assertThat(MarkdownText.of("https://evil.example")).isEqualTo("https\\://evil.example");
        assertThat(MarkdownText.of("www.evil.example")).isEqualTo("www\\.evil.example");
        assertThat(MarkdownText.of("1. first")).isEqualTo("1\\. first");
        assertThat(MarkdownText.of("- item")).isEqualTo("\\- item");
        assertThat(MarkdownText.of("a\n# b | c")).isEqualTo("a \\#\u200B b \\| c");
    }

    @Property(tries = 500)
    void staysInOneLine(@ForAll String text) {
        assertThat(MarkdownText.of(text)).doesNotContain("\n").doesNotContain("\r");
    }

    private static String write(ExportOptions options) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Exports.byId("markdown", options).orElseThrow().write(Portal.assessment(), PortalEvidence.findings(), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
