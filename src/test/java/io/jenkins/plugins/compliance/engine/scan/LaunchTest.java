package io.jenkins.plugins.compliance.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.jenkins.plugins.compliance.engine.scan.ToolExecution.End;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it makes executable files")
class LaunchTest {
    @TempDir
    Path temp;

    private Path programs;
    private Path directory;
    private RunFolder folder;

    @BeforeEach
    void makeDirectories() throws IOException {
        programs = Files.createDirectory(temp.resolve("bin"));
        directory = Files.createDirectory(temp.resolve("app"));
        folder = new RunFolder(temp.resolve("run"));
        program("lint");
    }

    @Test
    void programArgumentsEnvironmentAndReportAreDecidedTogether() {
        Launch launch = launch(new Tool("lint", "-o", "${report}").version("lint", "--version"), unix());

        Path report = temp.resolve("run").resolve("report").resolve("lint.json");
        assertThat(launch).isInstanceOfSatisfying(Launch.Ready.class, ready -> {
            assertThat(ready.command()).containsExactly(programs.resolve("lint").toString(), "-o", report.toString());
            assertThat(ready.version()).containsExactly(programs.resolve("lint").toString(), "--version");
            assertThat(ready.environment())
                    .containsExactly(
                            entry("LANG", "C.UTF-8"),
                            entry("LC_ALL", "C.UTF-8"),
                            entry("MODE", "strict"),
                            entry("NO_COLOR", "1"),
                            entry("PATH", programs.toString()));
            assertThat(ready.directory()).isEqualTo(directory);
            assertThat(ready.report()).isEqualTo(report);
        });
        assertThat(temp.resolve("run")).doesNotExist();
    }

    @Test
    void settingThatIsNotSetIsNamedBeforeAnythingElseIsLookedFor() {
        assertThat(launch(new Tool("no-such", "${home}/x", "${lib}"), unix()))
                .isEqualTo(new Launch.Refused(End.ABSENT, RunReason.SETTING_UNSET.of(List.of("home", "lib"))));
    }

    @Test
    void whatTheToolRequiresMustExistThoughNothingIsScanned() {
        Tool tool = new Tool("lint").requires("/no/such/rules");

        assertThat(List.of(launch(tool, unix()), survey(tool)))
                .containsOnly(new Launch.Refused(End.ABSENT, RunReason.FILE_ABSENT.of("/no/such/rules")));
    }

    @Test
    void programThatIsNotThereIsAbsent() {
        assertThat(launch(new Tool("no-such-scanner"), unix()))
                .isEqualTo(new Launch.Refused(End.ABSENT, RunReason.PROGRAM_NOT_FOUND.of("no-such-scanner")));
    }

    @Test
    void targetMustExistWhereSomethingIsScannedAndNotWhereToolsAreLookedFor() {
        Tool tool = new Tool("lint", "${dir}/scr").version("lint", "-v");

        assertThat(launch(tool, unix()))
                .isEqualTo(new Launch.Refused(
                        End.NOT_STARTED,
                        RunReason.FILE_ABSENT.of(directory.resolve("scr").toString())));
        assertThat(survey(tool))
                .isInstanceOfSatisfying(
                        Launch.Ready.class, ready -> assertThat(ready.version()).hasSize(2));
    }

    @Test
    void versionOfAnotherProgramThatIsNotThereIsNotAsked() {
        assertThat(launch(new Tool("lint").version("no-such", "-v"), unix()))
                .isInstanceOfSatisfying(
                        Launch.Ready.class, ready -> assertThat(ready.version()).isEmpty());
    }

    @Test
    void lengthOfACommandLineIsCountedInBytesAsTheSystemDoes() {
        // 300,000 letters and 600,000 bytes fit; 600,000 letters and 1,200,000 bytes do not, though they are fewer than
        // a million.
        assertThat(launch(new Tool("lint", "${files}"), unix(), names(3_000, "ä".repeat(100))))
                .isInstanceOf(Launch.Ready.class);
        Launch launch = launch(new Tool("lint", "${files}"), unix(), names(6_000, "ä".repeat(100)));

        long length = programs.resolve("lint").toString().length() + 1 + 6_000 * (2 + 200 + 1);
        assertThat(launch)
                .isEqualTo(new Launch.Refused(
                        End.NOT_STARTED,
                        RunReason.COMMAND_LINE_TOO_LONG.of(6_000, length, 1_000_000, "${files.list}")));
    }

    @Test
    void interpreterOfWindowsTakesLessThanWindowsAndShellTakesAsMuchAsUnix() throws IOException {
        program("lint.exe");
        List<String> files = names(100, "x".repeat(100));

        assertThat(launch(new Tool("lint", "${files}"), windows(), files)).isInstanceOf(Launch.Ready.class);
        assertThat(launch(new Tool("lint", "${files}"), windows().byScript(), files))
                .isInstanceOfSatisfying(
                        Launch.Refused.class,
                        refused -> assertThat(refused.why().code()).isEqualTo(RunReason.COMMAND_LINE_TOO_LONG));
        assertThat(launch(new Tool("lint", "${files}"), unix().byScript(), files))
                .isInstanceOf(Launch.Ready.class);
    }

    @Test
    void variableOfANameThatNoneCanHaveIsRefused() {
        assertThat(launch(new Tool("lint").variable("A=B", "x"), unix()))
                .isEqualTo(new Launch.Refused(End.NOT_STARTED, RunReason.NO_VARIABLE_NAME.of("A=B")));
    }

    @Test
    void windowsWritesPathAsItLikes() throws IOException {
        Path exe = program("other.exe");

        assertThat(launch(new Tool("other").variable("TEMP", "${env.path}"), windows()))
                .isInstanceOfSatisfying(Launch.Ready.class, ready -> {
                    assertThat(ready.command()).containsExactly(exe.toString());
                    assertThat(ready.environment().get("PATH")).isEqualTo("relative;" + programs);
                    assertThat(ready.environment().get("temp")).isEqualTo("relative;" + programs);
                    assertThat(ready.environment().keySet()).containsOnlyOnce("TEMP");
                });
    }

    @Test
    void relativeFolderOfTheSearchPathNamesWhatIsScannedAndIsLeftOut() {
        Host host = Host.of(false, Map.of("PATH", ".:bin:" + temp.relativize(programs)));

        assertThat(launch(new Tool("lint"), host))
                .isEqualTo(new Launch.Refused(End.ABSENT, RunReason.PROGRAM_NOT_FOUND.of("lint")));
    }

    @Test
    void folderOfARunIsNewAndNamesTheFiles() throws IOException {
        folder.create(List.of("-rf.sh", "a/b.sh"));

        assertThat(Files.readAllLines(folder.list())).containsExactly("./-rf.sh", "./a/b.sh");
        assertThat(folder.report("x.json").getParent()).isEmptyDirectory();
        assertThatThrownBy(() -> folder.create(List.of())).isInstanceOf(FileAlreadyExistsException.class);
    }

    private Path program(String name) throws IOException {
        Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private Host unix() {
        return Host.of(false, Map.of("PATH", programs.toString(), "SECRET_OF_CALLER", "s"));
    }

    private Host windows() {
        return Host.of(true, Map.of("Path", "relative;" + programs, "Temp", "x"));
    }

    private Launch launch(Tool tool, Host host) {
        return launch(tool, host, List.of());
    }

    private Launch launch(Tool tool, Host host, List<String> files) {
        return Launch.of(tool.template(), LaunchSite.of(host, directory, folder, files));
    }

    private Launch survey(Tool tool) {
        return Launch.of(tool.template(), LaunchSite.survey(unix()));
    }

    private static List<String> names(int number, String name) {
        return Collections.nCopies(number, name);
    }

    /** A definition. */
    private record Tool(
            List<String> command, List<String> versionQuery, Map<String, String> environment, List<String> required) {
        Tool(String... command) {
            this(List.of(command), List.of(), Map.of("MODE", "strict"), List.of());
        }

        Tool version(String... arguments) {
            return new Tool(command, List.of(arguments), environment, required);
        }

        Tool variable(String name, String value) {
            return new Tool(command, versionQuery, Map.of(name, value), required);
        }

        Tool requires(String path) {
            return new Tool(command, versionQuery, environment, List.of(path));
        }

        LaunchTemplate template() {
            return new LaunchTemplate(
                    new ScanTool.Command(command, Map.of("home", ""), environment, required),
                    versionQuery,
                    ScanTool.Stream.FILE,
                    "lint.json");
        }
    }
}
