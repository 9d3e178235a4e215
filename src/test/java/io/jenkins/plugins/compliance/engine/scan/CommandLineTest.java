package io.jenkins.plugins.compliance.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    private static final LaunchSite ON = LaunchSite.of(
            Host.here(Map.of("TOKEN", "t")),
            Path.of("/src"),
            new RunFolder(Path.of("/out/x")),
            List.of("-rf.sh", "a b/${dir}.sh"));

    @Test
    void placeholdersAreFilledAndFilesNeverLookLikeOptions() {
        LaunchTemplate tool = tool(List.of(
                "sh", "${dir}/src", "--out=${report.dir}/${report.name}", "${files}", "@${files.list}", "$${dir}"));

        CommandLine line = CommandLine.of(tool, ON);

        assertThat(line.arguments())
                .containsExactly(
                        "sh",
                        "/src/src",
                        "--out=/out/x/report/bandit",
                        "./-rf.sh",
                        "./a b/${dir}.sh",
                        "@/out/x/files.txt",
                        "${dir}");
        assertThat(line.targets()).containsExactly("/src/src");
    }

    @Test
    void variableThatTheCallerHasNotIsLeftOut() {
        CommandLine line = CommandLine.of(tool(List.of("sh")), ON);

        assertThat(line.environment()).containsExactly(Map.entry("HAS", "t"));
    }

    private static LaunchTemplate tool(List<String> arguments) {
        return new LaunchTemplate(
                new ScanTool.Command(
                        arguments, Map.of(), Map.of("HAS", "${env.TOKEN}", "HAS_NOT", "x${env.OTHER}"), List.of()),
                List.of(),
                ScanTool.Stream.FILE,
                "bandit.json");
    }
}
