package io.jenkins.plugins.compliance.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.Problem;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import io.jenkins.plugins.compliance.engine.report.ReportSink;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.scan.ScanTool.ExitMeaning;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each preset on a report of its tool: recorded where there is a recording, else a small one written after the tool's
 * documentation. What its codes mean, and that nothing else is believed, is seen on all of them.
 */
class PresetReportsTest {
    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");
    private static final List<String> ENDINGS = List.of("json", "xml", "dat");

    /** Reports of runs that were recorded. */
    private static final Map<String, String> RECORDED = Map.of(
            "bandit", "healthy/bandit-findings/report.json",
            "cppcheck", "healthy/cppcheck-findings/report.xml",
            "eslint", "healthy/eslint-findings/report.sarif",
            "flawfinder", "healthy/flawfinder-findings/report.sarif",
            "pmd", "healthy/pmd-findings/report.sarif",
            "retire", "healthy/retire-findings/report.json",
            "secretlint", "healthy/secretlint-findings/report.sarif",
            "shellcheck", "healthy/shellcheck-findings/report.json",
            "spotbugs", "healthy/spotbugs-findings/report.sarif");

    static Stream<String> presets() {
        return ToolPresets.all().tools().stream().map(ScanTool::id);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void aRunThatFoundSomethingCountsByEachCodeThatSaysSo(String id) throws IOException {
        ScanTool tool = preset(id);
        ReportSeen report = seen(tool);
        assertThat(report.summary().complete()).isTrue();
        assertThat(report.summary().results()).isPositive();
        assertThat(codes(tool, ExitMeaning.CLEAN, ExitMeaning.RAN)).contains(0);
        for (int code : codes(tool, ExitMeaning.FINDINGS, ExitMeaning.RAN)) {
            RunJudgement judgement = judge(tool, code, withoutErrors(report));
            assertThat(judgement.reasons()).as("code %d of %s", code, id).isEmpty();
            assertThat(judgement.counts()).isTrue();
            if (hasErrors(report)) {
                assertThat(judge(tool, code, report).counts())
                        .as("errors of %s", id)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void aRunThatFailedOrLeftNothingNeverCounts(String id) throws IOException {
        ScanTool tool = preset(id);
        ReportSeen report = seen(tool);
        for (int code : codes(tool, ExitMeaning.ERROR)) {
            assertThat(judge(tool, code, report).counts())
                    .as("code %d of %s", code, id)
                    .isFalse();
        }
        IntStream.range(0, 256)
                .filter(code -> !tool.exitCodes().containsKey(code))
                .forEach(code -> assertThat(judge(tool, code, report).counts())
                        .as("code %d of %s", code, id)
                        .isFalse());
        for (int code : codes(tool, ExitMeaning.CLEAN, ExitMeaning.FINDINGS, ExitMeaning.RAN)) {
            assertThat(judge(tool, code, null).counts()).isFalse();
            assertThat(judge(tool, code, seen(tool, new byte[0])).counts())
                    .as("nothing of %s", id)
                    .isFalse();
            assertThat(judge(tool, code, seen(tool, "It works.".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                            .counts())
                    .as("no report of %s", id)
                    .isFalse();
        }
    }

    @Test
    void thePageListsEachPresetAsItIs() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        String page = Files.readString(page());
        page.substring(page.indexOf("| id | tool |"))
                .lines()
                .skip(2)
                .takeWhile(line -> line.startsWith("| `"))
                .forEach(line -> {
                    String[] cells = line.split(" \\| ");
                    rows.put(
                            cells[0].replaceAll("[|` ]", ""),
                            String.join(" | ", cells[1], cells[2], cells[3], cells[4]));
                });
        Map<String, String> expected = new TreeMap<>();
        ToolPresets.all().tools().forEach(tool -> expected.put(tool.id(), row(tool)));
        assertThat(rows).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "biome, biome.sarif",
        "oxlint, oxlint.sarif",
        "spectral, spectral.sarif",
        "npm-groovy-lint, npm-groovy-lint.sarif",
        "cyclonedx-npm, cyclonedx-npm.json",
        "cyclonedx-maven, cyclonedx-maven.json",
        "wapiti, wapiti.json",
        "lynis, lynis-report.dat"
    })
    void realReportsAreReadAndCount(String id, String file) throws IOException {
        Path corpus = Path.of(System.getProperty("compliance.corpus", "absent"));
        assumeTrue(Files.isDirectory(corpus), "the corpus is not here: " + corpus);
        ScanTool tool = preset(id);
        ReportSeen report =
                seen(tool, Files.readAllBytes(corpus.resolve("measured").resolve(file)));
        assertThat(report.summary().results()).isPositive();
        for (int code : codes(tool, ExitMeaning.FINDINGS, ExitMeaning.RAN)) {
            assertThat(judge(tool, code, withoutErrors(report)).reasons()).isEmpty();
            assertThat(judge(tool, code, report).counts()).isEqualTo(!hasErrors(report));
        }
    }

    private static String row(ScanTool tool) {
        String stream = switch (tool.report().stream()) {
            case FILE -> "file";
            case STDOUT -> "standard output";
            case STDERR -> "standard error";
        };
        String unset = tool.command().settings().entrySet().stream()
                .filter(setting -> setting.getValue().isEmpty())
                .map(setting -> "`" + setting.getKey() + "`")
                .sorted()
                .collect(Collectors.joining(", "));
        return String.join(
                " | ",
                tool.title(),
                tool.category(),
                tool.report().format() + ", " + stream,
                unset.isEmpty() ? "none" : unset);
    }

    private static List<Integer> codes(ScanTool tool, ExitMeaning... meanings) {
        return tool.exitCodes().entrySet().stream()
                .filter(code -> Set.of(meanings).contains(code.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Some of the small reports tell of a failure of the tool, on purpose. */
    private static boolean hasErrors(ReportSeen report) {
        return report.summary().problems().stream().anyMatch(each -> each.kind() == Problem.Kind.TOOL_ERROR)
                || report.summary().runs().stream().anyMatch(run -> Boolean.FALSE.equals(run.successful()));
    }

    private static ReportSeen withoutErrors(ReportSeen report) {
        ReportSummary all = report.summary();
        List<Problem> rest = all.problems().stream()
                .filter(each -> each.kind() != Problem.Kind.TOOL_ERROR)
                .toList();
        ReportSummary summary = new ReportSummary(
                all.format(),
                all.formatVersion(),
                all.runs().stream()
                        .map(run -> new ToolRun(
                                run.tool(),
                                run.version(),
                                run.results(),
                                run.successful() == null ? null : Boolean.TRUE,
                                run.evaluated(),
                                run.evaluatedUnit()))
                        .toList(),
                all.results(),
                all.suppressed(),
                all.tally(),
                all.components(),
                all.tests(),
                rest,
                rest.size(),
                all.complete());
        return new ReportSeen(summary, report.size(), report.written());
    }

    private static RunJudgement judge(ScanTool tool, int code, ReportSeen report) {
        ToolExecution execution = new ToolExecution(
                tool.id(), ToolExecution.End.EXITED, code, START, START.plusSeconds(9), null, null, null, null);
        return RunJudge.judge(tool, execution, new RunSignals(3, report, List.of()));
    }

    private static ReportSeen seen(ScanTool tool) throws IOException {
        String recorded = RECORDED.get(tool.id());
        if (recorded != null) {
            return seen(tool, bytes("/io/jenkins/plugins/compliance/engine/scan/" + recorded));
        }
        if (tool.report().format().equals("sarif")) {
            return seen(tool, bytes("/io/jenkins/plugins/compliance/engine/scan/presets/" + tool.id() + ".sarif"));
        }
        if (tool.id().equals("pylint")) {
            return seen(tool, bytes("/io/jenkins/plugins/compliance/engine/report/pylint/json2.json"));
        }
        for (String ending : ENDINGS) {
            String resource = "/io/jenkins/plugins/compliance/engine/report/"
                    + tool.report().format() + "/report." + ending;
            if (PresetReportsTest.class.getResource(resource) != null) {
                return seen(tool, bytes(resource));
            }
        }
        return seen(
                tool,
                bytes("/io/jenkins/plugins/compliance/engine/report/"
                        + tool.report().format() + "/version2.json"));
    }

    private static ReportSeen seen(ScanTool tool, byte[] bytes) throws IOException {
        ReportSummary summary = ReportReaders.standard()
                .read(ReportSource.ofBytes("report", bytes), tool.report().format(), ReportSink.NONE, Limits.DEFAULTS);
        return new ReportSeen(summary, bytes.length, START.plusSeconds(8));
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream in = PresetReportsTest.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no test resource " + resource);
            }
            return in.readAllBytes();
        }
    }

    private static ScanTool preset(String id) {
        return ToolPresets.all().get(id).orElseThrow();
    }

    private static Path page() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path page = folder.resolve("docs/scan-tools.md");
            if (Files.exists(page)) {
                return page;
            }
        }
        return fail("docs/scan-tools.md is not above the working directory");
    }
}
