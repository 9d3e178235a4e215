package io.jenkins.plugins.compliance.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no report may do: escape as an exception, or look clean when it was not read whole. */
class HostileReportsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int STEP = 50;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bandit/report.json",
                "burp/report.xml",
                "checkov/nothing.json",
                "checkov/report.json",
                "checkstyle/eslint.xml",
                "checkstyle/report.xml",
                "cppcheck/report.xml",
                "cyclonedx/report.json",
                "cyclonedx/report.xml",
                "dependency-check/report.json",
                "dependency-check/report.xml",
                "dockerfilelint/report.json",
                "eslint/report.json",
                "gitleaks/report.json",
                "gosec/report.json",
                "govulncheck/legacy.json",
                "grype/report.json",
                "hadolint/report.json",
                "junit/report.xml",
                "kics/report.json",
                "kubescape/report.json",
                "lynis/report.dat",
                "npm-audit/version1.json",
                "npm-audit/version2.json",
                "openvex/report.json",
                "osv/report.json",
                "oxlint/report.json",
                "pmd/report.xml",
                "pylint/json2.json",
                "pylint/report.json",
                "retire/report.json",
                "semgrep/report.json",
                "shellcheck/json.json",
                "shellcheck/report.json",
                "snyk/report.json",
                "sonarqube/report.json",
                "spdx/report.json",
                "spotbugs/report.xml",
                "trivy/cluster.json",
                "trivy/report.json",
                "trivy/schema1.json",
                "wapiti/report.json",
                "xccdf/report.xml",
                "yarn-audit/report.json",
                "zap/report.json",
                "zap/report.xml"
            })
    void aReportThatIsCutOffIsNeverComplete(String resource) throws Exception {
        byte[] whole = Reading.bytes(resource);
        Reading reading = Reading.of(resource);
        String format = reading.summary().format();
        assertThat(reading.summary().complete()).isTrue();
        assertThat(reading.summary().results()).isEqualTo(ElementCounts.of(format, whole));
        int end = new String(whole, StandardCharsets.UTF_8).stripTrailing().getBytes(StandardCharsets.UTF_8).length;
        for (int length = 0; length < end; length += STEP) {
            ReportSummary cut =
                    Reading.of(resource, Arrays.copyOf(whole, length), format).summary();
            assertThat(cut.complete()).as("%s cut at %d", resource, length).isFalse();
            assertThat(cut.problems()).anyMatch(problem -> problem.kind() == Problem.Kind.INCOMPLETE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bandit/report.json", "checkov/report.json", "cyclonedx/report.json", "dependency-check/report.json",
                "dockerfilelint/report.json", "eslint/report.json", "gitleaks/report.json", "gosec/report.json",
                "govulncheck/legacy.json", "govulncheck/report.json", "grype/report.json", "hadolint/report.json",
                "kics/report.json", "kubescape/report.json", "npm-audit/version1.json", "npm-audit/version2.json",
                "gcc/report.json", "oxlint/report.json", "pylint/json2.json", "pylint/report.json",
                "npm-audit/refused.json", "nuclei/report.json", "openvex/report.json", "osv/report.json",
                "retire/report.json", "semgrep/report.json", "shellcheck/report.json", "snyk/report.json",
                "sonarqube/report.json", "spdx/report.json", "trivy/cluster.json", "trivy/report.json",
                "wapiti/report.json", "yarn-audit/report.json", "zap/report.json"
            })
    void wrongTypesAnywhereNeverEscape(String resource) throws Exception {
        String format = Reading.of(resource).summary().format();
        List<JsonNode> documents = new ArrayList<>();
        try (JsonParser parser = MAPPER.getFactory().createParser(Reading.bytes(resource))) {
            for (JsonNode root = parser.readValueAsTree(); root != null; root = parser.readValueAsTree()) {
                documents.add(root);
            }
        }
        JsonNodeFactory make = JsonNodeFactory.instance;
        List<JsonNode> wrong = List.of(
                make.nullNode(),
                make.numberNode(-1),
                make.textNode(""),
                make.booleanNode(true),
                make.arrayNode().add(make.arrayNode()),
                make.objectNode().set("a", make.objectNode()));
        for (JsonNode replacement : wrong) {
            for (JsonNode root : documents) {
                replaceEach(root, replacement, () -> {
                    StringBuilder text = new StringBuilder();
                    documents.forEach(document -> text.append(document).append('\n'));
                    ReportSummary summary =
                            Reading.ofText(text.toString(), format).summary();
                    assertThat(summary.problems())
                            .noneMatch(problem -> problem.message().contains("could not make sense of it"));
                });
            }
        }
    }

    @Test
    void deepNestingIsOverALimit() throws IOException {
        String deepJson = "{\"bomFormat\": \"CycloneDX\", \"components\": "
                + "[{\"name\": \"a\", \"components\": ".repeat(100_000);
        String deepXml = "<testsuite>".repeat(100_000);
        String deepUnknown = "{\"a\":".repeat(100_000);

        assertThat(Reading.ofText(deepJson, null)
                        .problems(Problem.Kind.INCOMPLETE)
                        .get(0)
                        .message())
                .contains("over the limit nesting");
        assertThat(Reading.ofText(deepXml, null)
                        .problems(Problem.Kind.INCOMPLETE)
                        .get(0)
                        .message())
                .contains("over the limit nesting");
        assertThat(Reading.ofText(deepUnknown, "trivy").summary().complete()).isFalse();
        assertThat(Reading.ofText(deepUnknown, null).summary().complete()).isFalse();
        assertThat(Reading.ofText("[".repeat(100_000), null).summary().complete())
                .isFalse();
    }

    @Test
    void encodingsAreFoundByTheirFirstBytes() throws IOException {
        String json = "{\"SchemaVersion\": 2, \"ArtifactName\": \"é\", \"Results\": []}";
        String xml =
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><testsuite name=\"é\"><testcase name=\"é\"/></testsuite>";

        assertThat(read(("\ufeff" + json).getBytes(StandardCharsets.UTF_8))).isEqualTo("trivy");
        assertThat(read(("\ufeff" + json).getBytes(StandardCharsets.UTF_16LE))).isEqualTo("trivy");
        assertThat(read(json.getBytes(StandardCharsets.UTF_16BE))).isEqualTo("trivy");
        assertThat(read(("\ufeff" + xml).getBytes(StandardCharsets.UTF_16BE))).isEqualTo("junit");
        assertThat(read(("\ufeff" + xml).getBytes(StandardCharsets.UTF_16LE))).isEqualTo("junit");
        assertThat(read("<?xml version='1.1'?><testsuite/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("junit");
    }

    private static String read(byte[] content) throws IOException {
        ReportSummary summary = Reading.of("report", content, null).summary();
        assertThat(summary.complete()).as(summary.problems().toString()).isTrue();
        return summary.format();
    }

    private static void replaceEach(JsonNode node, JsonNode replacement, Check check) throws IOException {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode original = object.get(name);
                object.set(name, replacement);
                check.run();
                object.set(name, original);
                replaceEach(original, replacement, check);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode original = array.get(i);
                array.set(i, replacement);
                check.run();
                array.set(i, original);
                replaceEach(original, replacement, check);
            }
        }
    }

    @FunctionalInterface
    private interface Check {
        void run() throws IOException;
    }
}
