package io.jenkins.plugins.compliance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code src/demo/prepare} says when npm fails, on programs that stand in for Maven, the JDK and Node.js. */
@DisabledOnOs(OS.WINDOWS)
class PrepareTest {
    private static final Path PREPARE = Path.of("../demo/prepare");

    @TempDir
    Path directory;

    private Path demo;

    @BeforeEach
    void checkout() throws IOException {
        demo = Files.createDirectory(directory.resolve("demo"));
        Files.copy(PREPARE, demo.resolve("prepare"));
        for (String folder : new String[] {"app/src/main", "app/src/test", "app/target", "scanners/pmd"}) {
            Files.createDirectories(demo.resolve(folder));
        }
        for (String file : new String[] {
            "app/pom.xml",
            "scanners/pom.xml",
            "scanners/pmd/pom.xml",
            "scanners/package.json",
            "scanners/package-lock.json"
        }) {
            Files.writeString(demo.resolve(file), "");
        }
        program("mvn", "mkdir -p '" + demo.resolve("scanners/target") + "'");
        program("javac", "echo javac 17.0.15");
        program("node", "echo 20");
    }

    @Test
    void theErrorOfNpmIsShownWithoutItsUsage() throws IOException, InterruptedException {
        program("npm", """
                cat >&2 << 'END'
                npm error code EUSAGE
                npm error
                npm error Invalid: lock file's jschardet@4.0.0 does not satisfy jschardet@4.1.0
                npm error
                npm error Clean install a project
                npm error
                npm error Usage:
                npm error npm ci
                %snpm error Run "npm help ci" for more info
                npm error A complete log of this run can be found in: there
                END
                exit 1
                """.formatted("npm error   --some-option\n".repeat(60)));

        assertThat(prepare())
                .contains("""
                npm error code EUSAGE
                npm error Invalid: lock file's jschardet@4.0.0 does not satisfy jschardet@4.1.0
                npm error A complete log of this run can be found in: there
                """, "secretlint, ESLint, retire (npm ci failed, see above)")
                .doesNotContain("--some-option", "Usage");
    }

    @Test
    void theErrorOfAnOlderNpmIsShownToo() throws IOException, InterruptedException {
        program("npm", "printf 'npm ERR! code E404\\nnpm ERR! \\nnpm ERR! Usage:\\nnpm ERR! npm ci\\n'; exit 1");

        assertThat(prepare()).contains("npm ERR! code E404\n").doesNotContain("npm ERR! npm ci");
    }

    @Test
    void ofAnNpmThatDiesTheLastLinesAreShown() throws IOException, InterruptedException {
        program("npm", "echo 'node: cannot execute binary file'; exit 126");

        assertThat(prepare()).contains("node: cannot execute binary file\n");
    }

    @Test
    void aNodeThatIsTooOldIsNamed() throws IOException, InterruptedException {
        program("node", "echo 18");
        program("npm", "exit 1");

        assertThat(prepare()).contains("secretlint, ESLint, retire (they need Node.js 20 or newer, this is 18)");
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.createDirectories(directory.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** What it prints. It ends well: the demonstration goes on without the scanners that are absent. */
    private String prepare() throws IOException, InterruptedException {
        Path printed = directory.resolve("printed.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        "bash", demo.resolve("prepare").toString())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().put("PATH", directory.resolve("bin") + ":/usr/bin:/bin");
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(printed);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}
