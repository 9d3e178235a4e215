package io.jenkins.plugins.compliance.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.scan.Launch;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RunScriptTest {
    @TempDir
    private Path temporary;

    private ToolFolder folder;
    private Path scanned;

    @BeforeEach
    void prepare() throws Exception {
        folder = new ToolFolder(temporary.resolve("it's $HOME `run`"));
        folder.run().create(List.of());
        scanned = Files.createDirectory(temporary.resolve("a b;touch x"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void argumentsArriveAsTheyAre() throws Exception {
        List<String> odd = List.of(
                "",
                "a b",
                "$HOME",
                "`id`",
                "'",
                "\"",
                "\\",
                "*",
                "a\nb",
                "-n",
                ";touch y",
                "ü",
                "\\'",
                "$(id)",
                "!x",
                "~");
        Process process = run(script(command("printf", "%s\\0", odd), Map.of(), List.of()), Map.of());

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.file(ToolFolder.OUT)).split("\0", -1))
                .startsWith(odd.toArray(String[]::new));
        assertThat(folder.file(ToolFolder.EXIT)).content().isEqualTo("0\n");
        assertThat(scanned).isEmptyDirectory();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyWhatIsNeededIsInTheEnvironment() throws Exception {
        Map<String, String> defined = new TreeMap<>(Map.of(
                "PATH", "/usr/bin:/bin", "ODD", "it's \"$HOME\"", "AUTH", "Bearer " + RunScript.secret("TOKEN") + "!"));
        Process process = run(
                script(List.of("/usr/bin/env"), defined, List.of("TOKEN")),
                Map.of("TOKEN", "se'cret $x", "OTHER", "x", "COMPLIANCE_SCAN", "1", "MULTI", "a\nPATH=b\nc"));

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        List<String> seen = Files.readAllLines(folder.file(ToolFolder.OUT));
        assertThat(seen)
                .contains(
                        "PATH=/usr/bin:/bin",
                        "ODD=it's \"$HOME\"",
                        "TOKEN=se'cret $x",
                        "AUTH=Bearer se'cret $x!",
                        "COMPLIANCE_SCAN=1")
                .noneMatch(line -> line.startsWith("OTHER=") || line.startsWith("MULTI="));
        assertThat(Files.readString(folder.script())).doesNotContain("se'cret");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aRunThatWasStartedIsNotStartedAgain() throws Exception {
        String script = script(List.of("/bin/sh", "-c", "echo ran; exit 7"), Map.of(), List.of());

        assertThat(run(script, Map.of()).waitFor()).isZero();
        Files.delete(folder.file(ToolFolder.OUT));
        assertThat(run(script, Map.of()).waitFor()).isEqualTo(RunScript.STARTED_ALREADY);

        assertThat(folder.file(ToolFolder.OUT)).doesNotExist();
        assertThat(folder.file(ToolFolder.EXIT)).content().isEqualTo("7\n");
    }

    @Test
    void windowsGetsEachArgumentWithinQuotationMarks() throws Exception {
        String script = WindowsScript.of(new RunScript(
                new ToolFolder(Path.of("scan")),
                new Launch.Ready(
                        List.of("C:\\tools\\lint.exe", "100%PATH%", "a & del b", "dir\\"),
                        List.of(),
                        new TreeMap<>(Map.of("AUTH", RunScript.secret("TOKEN"))),
                        Path.of("source & more"),
                        ScanTool.Stream.STDOUT,
                        Path.of("report.json")),
                List.of("TOKEN")));

        assertThat(script)
                .contains("\"C:\\tools\\lint.exe\" \"100%%PATH%%\" \"a & del b\" \"dir\\\\\" >\"report.json\" 2>")
                .contains("cd /d \"source & more\"")
                .contains("set \"AUTH=%TOKEN%\"")
                .contains("mkdir lock 2>nul || exit /b 99");
    }

    @Test
    void whatWindowsWouldInterpretIsRefused() {
        for (String argument : List.of("say \"x\"", "a\r\ndel b")) {
            assertThatThrownBy(() -> WindowsScript.of(windows("C:\\lint.exe", argument)))
                    .isInstanceOf(UnspeakableArgumentException.class);
        }
        for (String argument : List.of("%PATH%", "a^b", "!x!")) {
            assertThatThrownBy(() -> WindowsScript.of(windows("C:\\npm\\lint.CMD", argument)))
                    .isInstanceOf(UnspeakableArgumentException.class);
        }
    }

    private RunScript windows(String... command) {
        return new RunScript(
                folder,
                new Launch.Ready(List.of(command), List.of(), new TreeMap<>(), scanned, ScanTool.Stream.FILE, scanned),
                List.of());
    }

    private static List<String> command(String program, String format, List<String> arguments) {
        java.util.ArrayList<String> command = new java.util.ArrayList<>(List.of("/usr/bin/" + program, format));
        command.addAll(arguments);
        return command;
    }

    private String script(List<String> command, Map<String, String> environment, List<String> secrets)
            throws Exception {
        return UnixScript.of(new RunScript(
                folder,
                new Launch.Ready(
                        command,
                        List.of(),
                        new TreeMap<>(environment),
                        scanned,
                        ScanTool.Stream.FILE,
                        folder.report("r.json")),
                secrets));
    }

    private Process run(String script, Map<String, String> variables) throws Exception {
        Files.writeString(folder.script(), script);
        ProcessBuilder builder = new ProcessBuilder("sh", folder.script().toString())
                .directory(new File("/"))
                .inheritIO();
        builder.environment().putAll(variables);
        return builder.start();
    }
}
