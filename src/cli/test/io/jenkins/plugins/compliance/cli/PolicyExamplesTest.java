package io.jenkins.plugins.compliance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.source.util.JavacTask;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.document.Documents;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.pack.PolicyPacks;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Examples of the bundled procedures that are commands or code can be parsed as such. */
class PolicyExamplesTest {
    private static final Set<String> PROGRAMS = Set.of(
            "bandit",
            "checkov",
            "clamdscan",
            "compliance",
            "cosign",
            "curl",
            "flawfinder",
            "gcc",
            "git",
            "gitleaks",
            "gosec",
            "govulncheck",
            "gradle",
            "grype",
            "javac",
            "kubectl",
            "kubescape",
            "mvn",
            "nc",
            "npm",
            "npx",
            "nuclei",
            "openssl",
            "oscap",
            "pip",
            "rm",
            "set",
            "ss",
            "syft",
            "terraform",
            "testssl.sh",
            "trivy",
            "tsc",
            "vexctl",
            "wapiti",
            "zap-baseline.py");
    private static final Set<String> JAVA = Set.of(
            "sast-every-build",
            "failures-handled",
            "least-file-permissions",
            "no-sql-injection",
            "no-path-traversal",
            "no-external-entities",
            "no-secrets-in-logs",
            "hard-coded-credentials-absent");
    private static final Set<String> PYTHON =
            Set.of("no-command-injection", "no-unsafe-deserialization", "unpredictable-random");
    private static final Set<String> PIPELINE = Set.of(
            "application-classified",
            "builds-off-the-controller",
            "credentials-out-of-untrusted-builds",
            "libraries-of-pipelines-pinned",
            "pipeline-bounded-in-time",
            "release-approved",
            "unit-tests-every-build");
    private static final Set<String> YAML = Set.of("controller-runs-nothing");
    private static final Set<String> C = Set.of("memory-safe-code");

    private static final Map<String, String> EXAMPLES = new TreeMap<>();

    @TempDir
    Path work;

    @BeforeAll
    static void load() throws IOException {
        PolicyPack pack =
                PolicyPacks.load("bundled:compliance-stages", Limits.DEFAULTS).orThrow();
        pack.procedures().forEach(each -> {
            String example = each.guidance().example();
            if (example != null) {
                EXAMPLES.put(each.id(), example);
            }
        });
    }

    @Test
    void everyExampleOfSeveralLinesIsOfALanguageThatIsChecked() {
        Set<String> checked = new TreeSet<>();
        Stream.of(JAVA, PYTHON, PIPELINE, YAML, C).forEach(checked::addAll);
        assertThat(EXAMPLES.keySet()).containsAll(checked);
        assertThat(EXAMPLES.entrySet())
                .filteredOn(example -> example.getValue().contains("\n"))
                .filteredOn(example -> !checked.contains(example.getKey()))
                .allSatisfy(example -> assertThat(isShell(example.getValue()))
                        .as(example.getKey())
                        .isTrue());
        assertThat(shell().count()).isGreaterThan(35);
    }

    @Test
    void commandsAreShell() throws Exception {
        assumeTrue(installed("bash"), "bash is not here");
        for (Map.Entry<String, String> example : shell().toList()) {
            assertThat(run(example.getValue(), "bash", "-n", "-"))
                    .as(example.getKey())
                    .isEmpty();
        }
    }

    @Test
    void commandsAreCleanShell() throws Exception {
        assumeTrue(installed("shellcheck"), "ShellCheck is not here");
        for (Map.Entry<String, String> example : shell().toList()) {
            // SC2034: a variable that the build reads; SC2154: one that is set elsewhere.
            assertThat(run(
                            "#!/bin/bash\n" + example.getValue() + "\n",
                            "shellcheck",
                            "--norc",
                            "--exclude=SC2034,SC2154",
                            "-"))
                    .as(example.getKey())
                    .isEmpty();
        }
    }

    @Test
    void commandsOfOursHaveOptionsThatExist() {
        List<String> ours = shell().flatMap(example -> example.getValue().lines())
                .filter(line -> line.startsWith("compliance "))
                .toList();
        assertThat(ours).hasSizeGreaterThanOrEqualTo(6);
        for (String line : ours) {
            String[] arguments = line.replace("\"", "").split(" +");
            CommandLine.ParseResult result =
                    Main.commandLine().parseArgs(Arrays.copyOfRange(arguments, 1, arguments.length));
            assertThat(result.hasSubcommand()).as(line).isTrue();
        }
    }

    @Test
    void javaIsJava() throws IOException {
        for (String id : JAVA) {
            String source = "class Example { void run() throws Exception {\n" + EXAMPLES.get(id) + "\n} }";
            DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
            JavaFileObject file =
                    new SimpleJavaFileObject(URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE) {
                        @Override
                        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                            return source;
                        }
                    };
            ((JavacTask) ToolProvider.getSystemJavaCompiler()
                            .getTask(null, null, found, List.of("-proc:none"), null, List.of(file)))
                    .parse();
            assertThat(found.getDiagnostics()).as(id).isEmpty();
        }
    }

    @Test
    void pythonIsPython() throws Exception {
        assumeTrue(installed("python3"), "Python is not here");
        for (String id : PYTHON) {
            assertThat(run(
                            EXAMPLES.getOrDefault(id, ""),
                            "python3",
                            "-c",
                            "import ast, sys; ast.parse(sys.stdin.read())"))
                    .as(id)
                    .isEmpty();
        }
    }

    @Test
    void cIsC() throws Exception {
        assumeTrue(installed("gcc"), "gcc is not here");
        for (String id : C) {
            String source =
                    "#include <stdio.h>\nvoid run(const char *name) { char buffer[8];\n" + EXAMPLES.get(id) + "\n}\n";
            assertThat(run(source, "gcc", "-fsyntax-only", "-Wall", "-Wno-format-truncation", "-xc", "-"))
                    .as(id)
                    .isEmpty();
        }
    }

    @Test
    void yamlIsYaml() throws IOException {
        for (String id : YAML) {
            Documents.yaml(EXAMPLES.getOrDefault(id, "").getBytes(StandardCharsets.UTF_8), id, Limits.DEFAULTS);
        }
    }

    static Stream<String> pipelines() {
        return PIPELINE.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void whatAPipelineOpensItCloses(String id) {
        String example = EXAMPLES.getOrDefault(id, "");
        Deque<Character> open = new ArrayDeque<>();
        char quote = 0;
        for (char c : example.toCharArray()) {
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
                assertThat(c).as("a text of one line in %s", id).isNotEqualTo('\n');
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(' || c == '[' || c == '{') {
                open.push(c == '(' ? ')' : c == '[' ? ']' : '}');
            } else if (c == ')' || c == ']' || c == '}') {
                assertThat(open).as(id).isNotEmpty();
                assertThat(c).as(id).isEqualTo(open.pop());
            }
        }
        assertThat(open).as(id).isEmpty();
        assertThat(quote).as(id).isEqualTo((char) 0);
        example.lines()
                .filter(Predicate.not(String::isBlank))
                .forEach(line -> assertThat(line.length() - line.stripLeading().length())
                        .as("indentation of %s", line)
                        .isEqualTo(4 * ((line.length() - line.stripLeading().length()) / 4)));
    }

    private static Stream<Map.Entry<String, String>> shell() {
        return EXAMPLES.entrySet().stream().filter(example -> isShell(example.getValue()));
    }

    /** Each line calls a program that we know, sets a variable, or is a comment. */
    private static boolean isShell(String example) {
        boolean comments = example.lines().allMatch(line -> line.startsWith("#"));
        return !comments
                && example.lines()
                        .allMatch(line -> line.startsWith("#")
                                || line.matches("[A-Z]+=.*")
                                || PROGRAMS.contains(line.split(" ", 2)[0])
                                        && !line.contains(", ")
                                        && !line.contains(" must ")
                                        && !line.contains("; "));
    }

    private static boolean installed(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** What a program says of a text on standard input; empty when it ends with 0. */
    private String run(String input, String... command) throws IOException, InterruptedException {
        Path in = Files.writeString(work.resolve("input"), input);
        Path out = work.resolve("output");
        List<String> arguments = new ArrayList<>(List.of(command));
        Process process = new ProcessBuilder(arguments)
                .redirectInput(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() == 0 ? "" : Files.readString(out);
    }
}
