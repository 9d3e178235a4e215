package io.jenkins.plugins.compliance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is to be done in one way is done in one place, in the engine, the command line and the plugin: the sources are read, since the
 * plugin's classes are not there where Jenkins is not.
 */
class OneWayTest {
    private static final String PACKAGES = "io/jenkins/plugins/compliance/";

    static Stream<Arguments> ways() {
        return Stream.of(
                Arguments.of(
                        "cleans a line",
                        Pattern.compile(
                                "\\\\\\\\p\\{(?:C|Is)|isISOControl|isIdentifierIgnorable|Character\\.(?:CONTROL|FORMAT)\\b"),
                        List.of(
                                "engine/io/DisplayText.java",
                                // Reads what is stated as a licence, and shows nothing.
                                "engine/report/licence/MentionedLicences.java")),
                Arguments.of(
                        "escapes HTML and XML",
                        Pattern.compile("&lt;|&amp;"),
                        List.of("engine/io/xml/MarkupOutput.java")),
                Arguments.of(
                        "escapes Markdown",
                        Pattern.compile("\"[^\"]*\\\\\\\\(?:`\\*|\\*_|`_)[^\"]*\""),
                        List.of("engine/prose/MarkdownText.java")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void oneClassDoesIt(String what, Pattern how, List<String> where) throws IOException {
        TreeSet<String> found = new TreeSet<>();
        for (Path root : List.of(top().resolve("src/main/java"), top().resolve("src/cli/java"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    if (how.matcher(Files.readString(file)).find()) {
                        found.add(root.relativize(file)
                                .toString()
                                .replace('\\', '/')
                                .substring(PACKAGES.length()));
                    }
                }
            }
        }
        assertThat(found).as(what).containsExactlyInAnyOrderElementsOf(where);
    }

    /** The top of the sources, from wherever below it the tests are run. */
    private static Path top() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("src/main/java/" + PACKAGES))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
