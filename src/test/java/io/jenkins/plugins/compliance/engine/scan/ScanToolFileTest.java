package io.jenkins.plugins.compliance.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanToolFileTest {
    @TempDir
    Path directory;

    @Test
    void changesAPresetFieldByField() throws IOException {
        ScanTools tools = read("""
                schema: 1
                presets: none
                tools:
                  - preset: spotbugs
                    timeout: 5m
                    settings: {lib: "${here}/spotbugs", plugin: /opt/fsb.jar}
                    applies: {exclude: ["**/generated/**"]}
                """);

        assertThat(tools.problems()).isEmpty();
        ScanTool tool = tools.get("spotbugs").orElseThrow();
        assertThat(tool.timeout()).isEqualTo(Duration.ofMinutes(5));
        assertThat(tool.command().settings())
                .containsEntry("lib", directory.resolve("spotbugs").toString())
                .containsEntry("plugin", "/opt/fsb.jar")
                .containsEntry("classes", "target/classes");
        assertThat(tool.applies().exclude()).containsExactly("**/generated/**");
        assertThat(tool.applies().files()).containsExactly("${classes}/**/*.class");
        assertThat(tools.tools()).hasSize(1);
    }

    @Test
    void keepsAllPresetsUnlessToldOtherwiseAndCopiesOneUnderAnotherId() throws IOException {
        ScanTools tools = read("""
                schema: 1
                tools:
                  - {preset: trivy-image, id: trivy-base, settings: {image: "base:1"}}
                """);

        assertThat(tools.problems()).isEmpty();
        assertThat(tools.tools()).hasSize(ToolPresets.nodes().size() + 1);
        assertThat(tools.get("trivy-image").orElseThrow().command().settings()).containsEntry("image", "");
    }

    @Test
    void findsEveryMistakeInOneReading() throws IOException {
        ScanTools tools = read("""
                schema: 2
                presets: [bandit, bandti]
                tools:
                  - preset: semgrap
                  - id: Bad_Id
                    category: sast
                    comand: [x]
                    command: ["tool", "--out=${files}", "${nope}"]
                    report: {format: sarif, stream: strout}
                    exits: {0: clean, "0-2": findings, x: error}
                    applies: {when: "exposure in", files: ["/etc/*"]}
                    version: {command: [tool], pattern: "("}
                    timeout: soon
                  - id: nothing
                    category: sast
                    command: [tool, "${report}"]
                    report: {format: sarif}
                    exits: {0: clean}
                """);

        assertThat(tools.problems())
                .extracting(DocumentProblem::toString)
                .satisfiesExactlyInAnyOrder(
                        each -> assertThat(each).contains(":1:9", "expected schema: 1"),
                        each -> assertThat(each).contains("\"bandti\"", "did you mean bandit?"),
                        each -> assertThat(each).contains("\"semgrap\"", "did you mean semgrep?"),
                        each -> assertThat(each).contains("Bad_Id", "is not an id"),
                        each -> assertThat(each).contains("\"comand\"", "did you mean command?"),
                        each -> assertThat(each).contains("${files} must be alone"),
                        each -> assertThat(each).contains("unknown placeholder ${nope}"),
                        each -> assertThat(each).contains("\"strout\"", "did you mean stdout?"),
                        each -> assertThat(each).contains("the exit code 0 has two meanings"),
                        each -> assertThat(each).contains("\"x\" is not an exit code"),
                        each -> assertThat(each).contains("\"when\" is not a selector"),
                        each -> assertThat(each).contains("\"/etc/*\" is not a glob"),
                        each -> assertThat(each).contains("no regular expression"),
                        each -> assertThat(each).contains("\"soon\" is not a time limit"),
                        each -> assertThat(each).contains("the command does not say where"),
                        each -> assertThat(each).contains("a scan of nothing would look like a clean one"));
        assertThat(tools.tools()).extracting(ScanTool::id).containsExactly("bandit");
    }

    @Test
    void secretsOfTheCallerReachAToolByItsEnvironmentAlone() throws IOException {
        ScanTools tools = read("""
                schema: 1
                presets: none
                tools:
                  - {preset: snyk, id: by-environment}
                  - {preset: snyk, id: by-argument, command: [snyk, test, "--token=${env.SNYK_TOKEN}"]}
                """);

        assertThat(tools.tools()).extracting(ScanTool::id).containsExactly("by-environment");
        assertThat(tools.problems())
                .singleElement()
                .satisfies(each -> assertThat(each.message()).contains("under \"environment\" alone"));
    }

    @Test
    void brokenYamlIsAProblemWithItsPlace() throws IOException {
        ScanTools tools = read("schema: 1\ntools: [");

        assertThat(tools.problems())
                .singleElement()
                .satisfies(each -> assertThat(each.at().line()).isPositive());
        assertThat(tools.tools()).isEmpty();
    }

    private ScanTools read(String yaml) throws IOException {
        Path file = directory.resolve("tools.yaml");
        Files.writeString(file, yaml);
        return ScanToolFile.read(file, Limits.DEFAULTS);
    }
}
