package io.jenkins.plugins.compliance.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToolPresetsTest {
    private static final ScanTools PRESETS = ToolPresets.all();

    @Test
    void everyPresetIsRight() {
        assertThat(PRESETS.problems()).isEmpty();
        assertThat(PRESETS.tools())
                .extracting(ScanTool::id)
                .containsExactlyElementsOf(ToolPresets.nodes().keySet());
    }

    @Test
    void thereAreEnoughOfEachCategory() {
        assertThat(PRESETS.tools()).hasSizeGreaterThanOrEqualTo(42);
        assertThat(PRESETS.tools())
                .extracting(ScanTool::category)
                .contains("sast", "sca", "sbom", "secrets", "iac", "container", "dast", "host", "licence", "quality");
    }

    @Test
    void everyToolThatTheProjectNamesHasOne() {
        assertThat(PRESETS.tools())
                .extracting(ScanTool::id)
                .contains(
                        "spotbugs",
                        "pmd",
                        "checkstyle",
                        "cyclonedx-maven",
                        "cyclonedx-npm",
                        "secretlint",
                        "eslint",
                        "retire",
                        "bandit",
                        "flawfinder",
                        "cppcheck",
                        "shellcheck",
                        "trivy-fs",
                        "trivy-config",
                        "trivy-image",
                        "grype",
                        "syft",
                        "dependency-check",
                        "osv-scanner",
                        "npm-audit",
                        "gitleaks",
                        "zap-baseline",
                        "semgrep",
                        "checkov",
                        "hadolint",
                        "gosec",
                        "govulncheck",
                        "snyk");
    }

    @Test
    void everyPresetSaysWhereItsFactsComeFromAndHowToAskForAVersion() {
        assertThat(PRESETS.tools()).allSatisfy(tool -> {
            assertThat(tool.source()).startsWith("https://");
            if (!tool.id().startsWith("zap-") && !tool.id().equals("cyclonedx-maven")) {
                assertThat(tool.version()).isNotNull();
            }
        });
    }

    @Test
    void theReportOfEveryPresetCanBeRead() {
        List<String> readable = ReportReaders.standard().all().stream()
                .map(ReportReader::format)
                .toList();
        assertThat(PRESETS.tools()).extracting(tool -> tool.report().format()).isSubsetOf(readable);
    }

    @Test
    void aScanOfNothingIsNeverCleanByDefinition() {
        assertThat(PRESETS.tools())
                .allMatch(tool -> !tool.applies().files().isEmpty()
                        || tool.health().minEvaluated() > 0
                        || !tool.health().alarms().isEmpty());
    }

    @Test
    void digestsDifferAndFollowEveryChange() {
        List<String> digests = PRESETS.tools().stream().map(ToolDigest::of).toList();
        assertThat(digests).doesNotHaveDuplicates().allMatch(digest -> digest.matches("sha256:[0-9a-f]{64}"));
        ScanTool bandit = PRESETS.get("bandit").orElseThrow();
        ScanTool slower = new ScanTool(
                bandit.id(),
                bandit.title(),
                bandit.category(),
                bandit.command(),
                bandit.version(),
                bandit.report(),
                bandit.exitCodes(),
                bandit.applies(),
                bandit.health(),
                bandit.timeout().plusSeconds(1),
                bandit.source());
        assertThat(ToolDigest.of(slower)).isNotEqualTo(ToolDigest.of(bandit));
    }
}
