package io.jenkins.plugins.compliance.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    private static final CommandLine.Surroundings ON = new CommandLine.Surroundings(
            Path.of("/src"),
            Path.of("/out/x/report.json"),
            Path.of("/out/x/files.txt"),
            List.of("-rf.sh", "a b/${dir}.sh"),
            name -> Map.of("TOKEN", "t").get(name));

    @Test
    void placeholders_are_filled_and_files_never_look_like_options() {
        ScanTool tool = tool(List.of(
                "sh", "${dir}/src", "--out=${report.dir}/${report.name}", "${files}", "@${files.list}", "$${dir}"));

        CommandLine line = CommandLine.of(tool, ON);

        assertThat(line.arguments())
                .containsExactly(
                        "sh",
                        "/src/src",
                        "--out=/out/x/report",
                        "./-rf.sh",
                        "./a b/${dir}.sh",
                        "@/out/x/files.txt",
                        "${dir}");
        assertThat(line.targets()).containsExactly(Path.of("/src/src"));
    }

    @Test
    void variable_that_the_caller_has_not_is_left_out() {
        CommandLine line = CommandLine.of(tool(List.of("sh")), ON);

        assertThat(line.environment()).containsExactly(Map.entry("HAS", "t"));
    }

    private static ScanTool tool(List<String> arguments) {
        ScanTool like = ToolPresets.all().get("bandit").orElseThrow();
        return new ScanTool(
                like.id(),
                like.title(),
                like.category(),
                new ScanTool.Command(
                        arguments, Map.of(), Map.of("HAS", "${env.TOKEN}", "HAS_NOT", "x${env.OTHER}"), List.of()),
                like.version(),
                like.report(),
                like.exitCodes(),
                like.applies(),
                like.health(),
                like.timeout(),
                like.source());
    }
}
