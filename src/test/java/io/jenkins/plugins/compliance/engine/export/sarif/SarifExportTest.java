package io.jenkins.plugins.compliance.engine.export.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.compliance.engine.export.Exports;
import io.jenkins.plugins.compliance.engine.export.FindingsSource;
import io.jenkins.plugins.compliance.engine.export.Portal;
import io.jenkins.plugins.compliance.engine.export.PortalEvidence;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportSink;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.sarif.SarifReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SarifExportTest {
    @Test
    void readsBackAsWhatWasWritten() throws Exception {
        List<Finding> written = new ArrayList<>();
        PortalEvidence.findings()
                .forEach(
                        new TreeSet<>(Stream.of(3L, 5L, 12L, 17L)
                                .map(PortalEvidence::ref)
                                .toList()),
                        (evidence, finding) -> written.add(finding));
        List<Finding> read = new ArrayList<>();
        ReportCollector collector = new ReportCollector(
                new ReportSink() {
                    @Override
                    public void finding(Finding finding) {
                        read.add(finding);
                    }
                },
                Limits.DEFAULTS);
        new SarifReader()
                .read(
                        ReportSource.ofBytes("findings.sarif", write(PortalEvidence.findings())),
                        collector,
                        Limits.DEFAULTS);
        ReportSummary summary = collector.summary("sarif", true);
        assertThat(summary.results()).isEqualTo(written.size()).isEqualTo(43);
        assertThat(summary.suppressed()).isEqualTo(1);
        assertThat(summary.tally().total()).isEqualTo(42);
        assertThat(read)
                .extracting(Finding::rule)
                .containsExactlyElementsOf(written.stream().map(Finding::rule).toList());
        assertThat(read.get(0).cwes()).extracting("cwe").containsExactly(89);
        assertThat(read)
                .extracting(Finding::severity)
                .containsExactlyElementsOf(
                        written.stream().map(Finding::severity).toList());
        assertThat(String.valueOf(read.get(0).place()))
                .isEqualTo(String.valueOf(written.get(0).place()));
        assertThat(summary.problems())
                .extracting(Object::toString)
                .filteredOn(each -> !each.contains("ends in the middle of a result"))
                .containsExactly(
                        "runs[4].invocations[0]: the tool says that it did not run successfully: exit code 3",
                        "runs[5].invocations[0]: the tool says that it did not run successfully: exit code 3");
    }

    @Test
    void hasOneRunForEachToolAndOneForEachScanThatFoundNothing() throws Exception {
        JsonNode runs = runs(PortalEvidence.findings());
        List<String> tools = new ArrayList<>();
        runs.forEach(run -> tools.add(run.at("/tool/driver/name").asText()));
        assertThat(tools)
                .containsExactly("SpotBugs", "retire.js", "checkov", Portal.HOSTILE, "cppcheck", "secretlint", "trivy");
        JsonNode cppcheck = runs.get(4);
        assertThat(cppcheck.get("results")).isEmpty();
        assertThat(cppcheck.at("/invocations/0/executionSuccessful").asBoolean())
                .isFalse();
        assertThat(runs.get(6).at("/invocations/0/executionSuccessful").asBoolean())
                .isTrue();
    }

    @Test
    void linksFindingsToProceduresAndRequirements() throws Exception {
        JsonNode run = runs(PortalEvidence.findings()).get(0);
        JsonNode result = run.at("/results/0");
        assertThat(result.at("/properties/procedures/0").asText()).isEqualTo("sast-every-build");
        assertThat(result.at("/properties/requirements/0").asText()).isEqualTo("nist-800-53-r5/SA-11(1)");
        assertThat(result.at("/properties/evidence").asLong()).isEqualTo(3);
        assertThat(run.at("/properties/procedures/sast-every-build/outcome").asText())
                .isEqualTo("not-satisfied");
        assertThat(run.at("/properties/procedures/sast-every-build/requirements"))
                .hasSize(4);
        assertThat(run.at("/tool/driver/rules/0/relationships/0/target/id").asText())
                .isEqualTo("CWE-89");
        assertThat(runs(PortalEvidence.findings())
                        .at("/1/tool/driver/rules/0/properties/security-severity")
                        .asText())
                .isEqualTo("7.5");
    }

    @Test
    void saysOfEveryResultOfARunWhetherItIsSuppressedOrOfNone() throws Exception {
        JsonNode runs = runs(PortalEvidence.findings());
        runs.get(0)
                .get("results")
                .forEach(result -> assertThat(result.has("suppressions")).isTrue());
        assertThat(runs.at("/0/results/7/suppressions/0/justification").asText())
                .isEqualTo("reviewed: constant path");
        runs.get(1)
                .get("results")
                .forEach(result -> assertThat(result.has("suppressions")).isFalse());
    }

    @Test
    void holdsNoFindingInMemory() throws Exception {
        long[] bytes = new long[1];
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int b) {
                bytes[0]++;
            }

            @Override
            public void write(byte[] buffer, int offset, int length) {
                bytes[0] += length;
            }
        };
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        Exports.byId("sarif").orElseThrow().write(Portal.assessment(), PortalEvidence.findings(40_000), counting);
        System.gc();
        long after = runtime.totalMemory() - runtime.freeMemory();
        assertThat(bytes[0]).isGreaterThan(20_000_000);
        assertThat(after - before).isLessThan(10_000_000);
    }

    @Test
    void boundsTheRunsThatHostileToolNamesMake() throws Exception {
        FindingsSource many = (evidence, visitor) -> {
            for (int i = 0; i < 500 && evidence.contains(PortalEvidence.ref(3)); i++) {
                visitor.visit(
                        PortalEvidence.ref(3),
                        PortalEvidence.finding("tool " + i, "rule", "message", "a b:c#d.txt", i));
            }
        };
        JsonNode runs = runs(many);
        assertThat(runs).hasSize(101);
        int results = 0;
        for (JsonNode run : runs) {
            results += run.get("results").size();
        }
        assertThat(results).isEqualTo(500);
        assertThat(runs.at("/100/tool/driver/name").asText()).isEqualTo("other tools");
        assertThat(runs.at("/100/results/0/properties/tool").asText()).isEqualTo("tool 100");
        assertThat(runs.at("/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("a%20b%3Ac%23d.txt");
    }

    private static JsonNode runs(FindingsSource findings) throws IOException {
        return new ObjectMapper().readTree(write(findings)).get("runs");
    }

    private static byte[] write(FindingsSource findings) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Exports.byId("sarif").orElseThrow().write(Portal.assessment(), findings, out);
        return out.toByteArray();
    }
}
