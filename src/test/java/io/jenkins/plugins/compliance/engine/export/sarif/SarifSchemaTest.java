package io.jenkins.plugins.compliance.engine.export.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import io.jenkins.plugins.compliance.engine.export.Exports;
import io.jenkins.plugins.compliance.engine.export.FindingsSource;
import io.jenkins.plugins.compliance.engine.export.Portal;
import io.jenkins.plugins.compliance.engine.export.PortalEvidence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds exports against the schema of SARIF 2.1.0 as a published library carries it. The errata of 2023 say one thing more, which
 * is looked at here: a region begins somewhere.
 */
class SarifSchemaTest {
    private static final String[] BEGINNINGS = {"startLine", "charOffset", "byteOffset"};
    private static String schema = "";

    @BeforeAll
    static void readSchema() throws IOException {
        try (InputStream in = SarifSchemaTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            schema = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Stream<FindingsSource> findings() {
        List<String> hostile = List.of(
                "",
                " ",
                "C:\\a b",
                "//host/share",
                "javascript:alert(1)",
                "a\u0000b\u202ec",
                "#?%zz",
                "../..",
                "\ud83d");
        FindingsSource many = (evidence, visitor) -> {
            for (int i = 0; i < 300 && evidence.contains(PortalEvidence.ref(3)); i++) {
                String text = hostile.get(i % hostile.size());
                visitor.visit(
                        PortalEvidence.ref(3), PortalEvidence.finding("tool " + i + text, text, text, text + i, i % 3));
            }
        };
        return Stream.of(PortalEvidence.findings(), PortalEvidence.findings(500), many, (evidence, visitor) -> {});
    }

    @ParameterizedTest
    @MethodSource("findings")
    void everyExportPasses(FindingsSource findings) throws IOException {
        String export = write(findings);
        assertThat(errors(export)).isEmpty();
        for (JsonNode region : new ObjectMapper().readTree(export).findValues("region")) {
            assertThat(Stream.of(BEGINNINGS).anyMatch(region::has))
                    .as("%s begins somewhere", region)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "\"level\":\"error\", \"level\":\"fatal\"",
        "\"version\":\"2.1.0\", \"version\":\"2.2.0\"",
        "\"startLine\":, \"startLine\":-",
        "\"ruleId\":\"[^\"]*\", \"ruleId\":7",
        "\"results\":, \"result\":"
    })
    void anExportThatIsSpoiltDoesNot(String right, String wrong) throws IOException {
        String export = write(PortalEvidence.findings());
        String spoilt = export.replaceFirst(right, wrong);
        assertThat(spoilt).isNotEqualTo(export);
        assertThat(errors(spoilt)).isNotEmpty();
    }

    @Test
    void anExportSaysWhichSchemaItIsOf() throws IOException {
        JsonNode export = new ObjectMapper().readTree(write(PortalEvidence.findings()));
        assertThat(export.get("$schema").asText()).contains("sarif", "2.1.0");
    }

    private static List<String> errors(String export) {
        Validator.Result result = new ValidatorFactory().validate(schema, export);
        return result.getErrors().stream().map(SarifSchemaTest::text).toList();
    }

    private static String text(Error error) {
        return error.getInstanceLocation() + " " + error.getError();
    }

    private static String write(FindingsSource findings) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Exports.byId("sarif").orElseThrow().write(Portal.assessment(), findings, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
