package io.jenkins.plugins.compliance.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        assertThat(text).contains("\\<script\\>alert('x')");
    }

    @Test
    void fitsIntoACommentWhateverThePolicyIs() throws Exception {
        assertThat(write(new ExportOptions(1000, 1000, 14, List.of()))).hasSizeLessThan(65_536);
    }

    private static String write(ExportOptions options) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Exports.byId("markdown", options).orElseThrow().write(Portal.assessment(), PortalEvidence.findings(), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
