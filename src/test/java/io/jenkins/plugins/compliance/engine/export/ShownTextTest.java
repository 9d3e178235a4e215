package io.jenkins.plugins.compliance.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a screen would obey or not show, wherever an export for people shows a stranger's text. */
class ShownTextTest {
    private static final String[] EXPORTS = {"html", "markdown", "csv", "junit"};

    @ParameterizedTest
    @CsvSource({
        "0x1B, [U+001B]",
        "0x9B, [U+009B]",
        "0x202E, [U+202E]",
        "0x2066, [U+2066]",
        "0x200B, [U+200B]",
        "0xFEFF, [U+FEFF]",
        "0xE0041, [U+E0041]",
        "0x85, ' '",
        "0x2028, ' '",
    })
    void isNamedOrASpaceInEveryExportForPeople(String code, String shown) throws Exception {
        String character = new String(Character.toChars(Integer.decode(code)));
        Assessment portal = Portal.assessment();
        Assessment named = new Assessment(
                portal.asOf(),
                portal.policy(),
                "shop/" + character + "portal",
                portal.build(),
                portal.tags(),
                portal.archetypes(),
                portal.procedures(),
                portal.requirements(),
                portal.evidence());
        for (String id : EXPORTS) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Exports.byId(id, ExportOptions.DEFAULTS).orElseThrow().write(named, PortalEvidence.findings(), out);
            // What keeps a code host from telling somebody is Markdown's own.
            String text =
                    out.toString(StandardCharsets.UTF_8).replace("@\u200B", "@").replace("#\u200B", "#");
            assertThat(text).as(id).doesNotContain(character);
            if (!id.equals("junit")) {
                assertThat(text.replace("\\", "").replace('\n', ' ')).as(id).contains("shop/" + shown + "portal");
            }
        }
    }
}
