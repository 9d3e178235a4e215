package io.jenkins.plugins.compliance.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan.PlannedScan;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import io.jenkins.plugins.compliance.engine.scan.ScanTool.ExitMeaning;
import io.jenkins.plugins.compliance.engine.scan.ScanTool.Stream;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution.End;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LocalRunnerTest {
    @TempDir
    Path temp;

    private Path directory;
    private Path work;

    @BeforeEach
    void makeDirectories() throws IOException {
        directory = Files.createDirectory(temp.resolve("app"));
        work = temp.resolve("work");
        Files.writeString(directory.resolve("a b.txt"), "x\n");
    }

    @Test
    void reportFileExitCodeVersionAndLogAreTaken() throws Exception {
        ToolExecution execution = runOne(shell("one", "echo {} > \"$1\"; echo noise >&2; exit 3", Stream.FILE)
                .withVersion("echo tool 1.2.3"));

        assertThat(execution.end()).isEqualTo(End.EXITED);
        assertThat(execution.exitCode()).isEqualTo(3);
        assertThat(execution.version()).isEqualTo("1.2.3");
        assertThat(execution.report()).hasContent("{}").hasFileName("report.json");
        assertThat(Files.readString(log(execution))).contains("command: /bin/sh", "standard error, 6 bytes", "noise");
    }

    @Test
    void standardOutputCanBeTheReport() throws Exception {
        ToolExecution execution = runOne(shell("one", "echo '{\"a\":1}'", Stream.STDOUT));

        assertThat(execution.report()).hasContent("{\"a\":1}");
        assertThat(Files.readString(log(execution))).doesNotContain("standard output");
    }

    @Test
    void standardInputIsEmptyAndTheEnvironmentMinimal() throws Exception {
        ToolExecution execution = runOne(shell("one", "cat; env | sort; pwd", Stream.STDOUT));

        String printed = Files.readString(execution.report());
        assertThat(printed)
                .contains("LC_ALL=C.UTF-8", "PATH=", directory.toRealPath().toString())
                .doesNotContain("SECRET_OF_CALLER");
    }

    @Test
    void filesAreHandedOverOneAnArgument() throws Exception {
        ToolExecution execution = runOne(new Definition(
                "one", List.of("/bin/sh", "-c", "printf '%s\\n' \"$@\"", "x", "${files}"), Stream.STDOUT));

        assertThat(execution.report()).hasContent("./a b.txt");
    }

    @Test
    void programThatIsNotThereIsAbsent() throws Exception {
        ToolExecution program = runOne(new Definition("one", List.of("no-such-scanner"), Stream.STDOUT));
        ToolExecution setting = runOne(new Definition("two", List.of("/bin/sh", "${home}"), Stream.STDOUT));

        assertThat(program.end()).isEqualTo(End.ABSENT);
        assertThat(String.valueOf(program.detail())).contains("no-such-scanner was not found");
        assertThat(setting.end()).isEqualTo(End.ABSENT);
        assertThat(String.valueOf(setting.detail())).contains("its setting home is not set");
    }

    @Test
    void misspeltPathBelowTheDirectoryIsNotScannedAsIfItWereClean() throws Exception {
        ToolExecution execution = runOne(new Definition("one", List.of("/bin/echo", "${dir}/scr"), Stream.STDOUT));

        assertThat(execution.end()).isEqualTo(End.NOT_STARTED);
        assertThat(String.valueOf(execution.detail())).endsWith("scr does not exist");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void overItsTimeTheWholeTreeDiesAndWhatLeftTheTreeToo() throws Exception {
        Path pids = temp.resolve("pids");
        // A child in the background, one whose parent has gone, and one in a session of its own.
        String script = "sleep 300 & echo $! >> " + pids + "; (sleep 300 & echo $! >> " + pids
                + "); setsid sleep 300 & echo $! >> " + pids + "; sleep 300";
        ToolExecution execution = runOne(shell("one", script, Stream.STDOUT).withTimeout(Duration.ofSeconds(1)));

        assertThat(execution.end()).isEqualTo(End.TIMED_OUT);
        assertThat(Files.readAllLines(pids)).hasSize(3).allSatisfy(LocalRunnerTest::isDead);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatAToolLeavesRunningWhenItEndsIsEnded() throws Exception {
        Path pids = temp.resolve("pids");
        String script = "echo done; setsid sh -c 'sleep 300' >/dev/null 2>&1 & echo $! > " + pids + "; exit 0";
        ToolExecution execution = runOne(shell("one", script, Stream.STDOUT));

        assertThat(execution.end()).isEqualTo(End.EXITED);
        assertThat(Files.readAllLines(pids)).allSatisfy(LocalRunnerTest::isDead);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void interruptionEndsEveryProcessAndGivesNoExecution() throws Exception {
        Path pids = temp.resolve("pids");
        String script = "echo $$ >> " + pids + "; sleep 300";
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread scanning = new Thread(() -> {
            try {
                runner(2)
                        .run(
                                List.of(
                                        shell("one", script, Stream.STDOUT).scan(),
                                        shell("two", script, Stream.STDOUT).scan()),
                                directory,
                                work,
                                RunListener.NONE);
            } catch (IOException | InterruptedException e) {
                failure.set(e);
            }
        });
        scanning.start();
        while (!Files.exists(pids) || Files.readAllLines(pids).size() < 2) {
            Thread.sleep(20);
        }
        scanning.interrupt();
        scanning.join();

        assertThat(failure.get()).isInstanceOf(InterruptedException.class);
        assertThat(Files.readAllLines(pids)).hasSize(2).allSatisfy(LocalRunnerTest::isDead);
    }

    @Test
    void aReportWithoutEndDoesNotFillTheDisk() throws Exception {
        Limits small = Limits.DEFAULTS.withReportBytes(1000);
        ToolExecution execution = new LocalRunner(1, small, InstantSource.system(), System.getenv())
                .run(List.of(shell("one", "cat /dev/zero", Stream.STDOUT).scan()), directory, work, RunListener.NONE)
                .get(0);

        assertThat(Files.size(execution.report())).isEqualTo(1001);
    }

    @Test
    void aLongLogKeepsItsEndsAndSaysHowMuchWasLeftOut() throws Exception {
        ToolExecution execution = runOne(shell("one", "head -c 9000000 /dev/zero >&2", Stream.STDOUT));

        assertThat(Files.size(log(execution))).isLessThan(Limits.DEFAULTS.logBytes() + 1000L);
        assertThat(Files.readString(log(execution))).contains("bytes left out");
    }

    @Test
    void toolsRunSideBySideUpToTheBoundAndKeepTheirOrder() throws Exception {
        List<String> events = Collections.synchronizedList(new ArrayList<>());
        RunListener listener = new RunListener() {
            @Override
            public void started(String tool, java.time.Instant at) {
                events.add("+" + tool);
            }

            @Override
            public void finished(ToolExecution execution) {
                events.add("-" + execution.tool());
            }
        };
        List<PlannedScan> scans = List.of(
                shell("a", "sleep 0.3", Stream.STDOUT).scan(),
                shell("b", "sleep 0.3", Stream.STDOUT).scan(),
                shell("c", "sleep 0.3", Stream.STDOUT).scan());

        List<ToolExecution> executions = runner(2).run(scans, directory, work, listener);

        assertThat(executions).extracting(ToolExecution::tool).containsExactly("a", "b", "c");
        int running = 0;
        int most = 0;
        for (String event : events) {
            running += event.startsWith("+") ? 1 : -1;
            most = Math.max(most, running);
        }
        assertThat(most).isEqualTo(2);
        assertThat(running).isZero();
    }

    @Test
    void directoryThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> runner(1).run(List.of(), temp.resolve("nowhere"), work, RunListener.NONE))
                .isInstanceOf(IOException.class);
    }

    private static void isDead(String pid) {
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid.strip()));
        assertThat(process.filter(each -> each.isAlive() && !isZombie(each.pid())))
                .isEmpty();
    }

    /** Whose parent has not yet asked how it ended; in a container there may be nobody who ever does. */
    private static boolean isZombie(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "stat"))
                    .contains(") Z ");
        } catch (IOException e) {
            return true;
        }
    }

    private static Path log(ToolExecution execution) {
        return Optional.ofNullable(execution.log()).orElseThrow();
    }

    private ToolExecution runOne(Definition definition) throws IOException, InterruptedException {
        return runner(1)
                .run(List.of(definition.scan()), directory, work, RunListener.NONE)
                .get(0);
    }

    private static LocalRunner runner(int parallel) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("SECRET_OF_CALLER", "s");
        return new LocalRunner(parallel, Limits.DEFAULTS, InstantSource.system(), environment);
    }

    private static Definition shell(String id, String script, Stream stream) {
        return new Definition(id, List.of("/bin/sh", "-c", script, "x", "${report}"), stream);
    }

    private record Definition(
            String id, List<String> command, Stream stream, ScanTool.VersionQuery version, Duration timeout) {
        Definition(String id, List<String> command, Stream stream) {
            this(id, command, stream, null, Duration.ofSeconds(30));
        }

        Definition withVersion(String script) {
            return new Definition(
                    id,
                    command,
                    stream,
                    new ScanTool.VersionQuery(List.of("/bin/sh", "-c", script), "tool (\\S+)"),
                    timeout);
        }

        Definition withTimeout(Duration limit) {
            return new Definition(id, command, stream, version, limit);
        }

        PlannedScan scan() {
            ScanTool tool = new ScanTool(
                    id,
                    id,
                    "sast",
                    new ScanTool.Command(command, Map.of(), Map.of(), List.of()),
                    version,
                    new ScanTool.ReportSpec("sarif", stream, false, "report.json"),
                    Map.of(0, ExitMeaning.RAN),
                    new ScanTool.Applies(Selector.EVERYTHING, List.of("**/*"), List.of()),
                    new ScanTool.Health(false, 0, List.of(), List.of()),
                    timeout,
                    "");
            return new PlannedScan(tool, List.of(), List.of("a b.txt"));
        }
    }
}
