package io.jenkins.plugins.compliance.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.document.Documents;
import io.jenkins.plugins.compliance.engine.io.document.Node;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import io.jenkins.plugins.compliance.engine.report.ReportSink;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs of real tools as they were recorded (README.md beside them), through the readers, the preset of each tool and the judge.
 * What a right judge concludes stands in each recording.
 */
class RecordedRunsTest {
    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");
    private static final Map<String, String> PRESETS = Map.ofEntries(
            Map.entry("ast-grep", "ast-grep"),
            Map.entry("bandit", "bandit"),
            Map.entry("Checkstyle", "checkstyle"),
            Map.entry("cppcheck", "cppcheck"),
            Map.entry("dockerfilelint", "dockerfilelint"),
            Map.entry("ESLint", "eslint"),
            Map.entry("flawfinder", "flawfinder"),
            Map.entry("npm audit", "npm-audit"),
            Map.entry("OpenSCAP", "oscap"),
            Map.entry("PMD", "pmd"),
            Map.entry("retire.js", "retire"),
            Map.entry("secretlint", "secretlint"),
            Map.entry("ShellCheck", "shellcheck"),
            Map.entry("SpotBugs", "spotbugs"),
            Map.entry("Wapiti", "wapiti"));

    /** Nothing that such a run leaves behind tells; the preset shuts each out before the run, see the tests below. */
    private static final List<String> SHUT_OUT_BEFORE =
            List.of("retire-empty-repository", "secretlint-everything-ignored", "spotbugs-security-plugin-absent");

    /** What the engine's own listing finds for these: the path that they were given does not exist. */
    private static final List<String> WITHOUT_FILES =
            List.of("ast-grep-path-absent", "bandit-path-absent", "flawfinder-path-absent", "pmd-path-absent");

    @TempDir
    Path temp;

    @ParameterizedTest
    @MethodSource("failOpen")
    void runThatLooksCleanAndIsNotNeverCountsAsClean(String name) throws IOException {
        Recording recording = Recording.read("failopen/" + name);

        Judged judged = judge(recording, WITHOUT_FILES.contains(name) ? 0 : 3);

        if (recording.conclusion().equals("findings")) {
            assertThat(judged.judgement().reasons()).isEmpty();
            assertThat(findings(judged)).isPositive();
        } else {
            assertThat(recording.conclusion()).isEqualTo("unverifiable");
            assertThat(judged.judgement().counts()).isFalse();
            assertThat(judged.judgement().reasons()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("healthy")
    void healthyRunCountsWithWhatItFound(String name) throws IOException {
        Recording recording = Recording.read("healthy/" + name);

        Judged judged = judge(recording, 3);

        assertThat(judged.judgement().reasons()).isEmpty();
        assertThat(judged.judgement().counts()).isTrue();
        if (recording.conclusion().equals("clean")) {
            assertThat(findings(judged)).isZero();
        } else {
            assertThat(findings(judged)).isPositive();
        }
    }

    @Test
    void whatNoRunTellsIsShutOutByThePreset() {
        assertThat(preset("spotbugs").command().requires()).contains("${plugin}");
        assertThat(preset("secretlint").command().arguments()).contains("--secretlintignore", "--secretlintrc");
        assertThat(preset("retire").command().arguments()).contains("--jsrepo", "--ignorefile");
        assertThat(preset("retire").command().requires()).contains("${jsrepo}", "${ignorefile}");
        assertThat(preset("flawfinder").command().arguments()).contains("${files}");
    }

    static Stream<String> failOpen() {
        return names("failopen").filter(name -> !SHUT_OUT_BEFORE.contains(name));
    }

    static Stream<String> healthy() {
        return names("healthy");
    }

    private static long findings(Judged judged) {
        return Objects.requireNonNull(judged.summary()).tally().total();
    }

    private Judged judge(Recording recording, long files) throws IOException {
        ScanTool tool = preset(PRESETS.get(recording.tool()));
        ToolExecution execution = new ToolExecution(
                tool.id(),
                ToolExecution.End.EXITED,
                recording.exitCode(),
                START,
                START.plusSeconds(9),
                null,
                null,
                null,
                null);
        byte[] bytes = recording.report();
        List<String> alarms = new ArrayList<>();
        for (Path log : recording.logs()) {
            alarms.addAll(LogAlarms.in(log, tool.health().alarms()));
        }
        if (bytes == null) {
            return new Judged(RunJudge.judge(tool, execution, new RunSignals(files, null, alarms)), null);
        }
        Path report = temp.resolve("report");
        Files.write(report, bytes);
        ReportSummary summary = ReportReaders.standard()
                .read(ReportSource.ofFile(report), tool.report().format(), ReportSink.NONE, Limits.DEFAULTS);
        ReportSeen seen = new ReportSeen(summary, bytes.length, START.plusSeconds(8));
        return new Judged(RunJudge.judge(tool, execution, new RunSignals(files, seen, alarms)), summary);
    }

    private static ScanTool preset(String id) {
        return ToolPresets.all().get(id).orElseThrow();
    }

    private static Stream<String> names(String group) {
        try (Stream<Path> folders = Files.list(folder(group))) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(String name) {
        try {
            return Path.of(Objects.requireNonNull(RecordedRunsTest.class.getResource(name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Judged(
            RunJudgement judgement, @CheckForNull ReportSummary summary) {}

    private record Recording(Path folder, Node.Mapping run) {
        static Recording read(String name) throws IOException {
            Path folder = RecordedRunsTest.folder(name);
            return new Recording(
                    folder, (Node.Mapping) Documents.read(folder.resolve("run.json"), "run.json", Limits.DEFAULTS));
        }

        String tool() {
            return text("tool");
        }

        String conclusion() {
            return text("conclusion");
        }

        int exitCode() {
            return Integer.parseInt(text("exitCode"));
        }

        byte[] report() throws IOException {
            String name = text("report");
            if (name.isEmpty()) {
                return null;
            }
            byte[] bytes = Files.readAllBytes(folder.resolve(name));
            return name.endsWith(".gz") ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
        }

        List<Path> logs() {
            return Stream.of("stdout.txt", "stderr.txt")
                    .map(folder::resolve)
                    .filter(Files::exists)
                    .toList();
        }

        private String text(String key) {
            return ((Node.Scalar) run.get(key).orElseThrow()).text();
        }
    }
}
