package io.jenkins.plugins.compliance.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no view of this plugin may hold: scripts and styles within the page, and texts that become markup. */
class JellyRulesTest {
    private static final Path VIEWS = Path.of("src/main/resources");

    private static final List<Pattern> FORBIDDEN = List.of(
            Pattern.compile("<j:out\\b"),
            Pattern.compile("\\brawHtml\\b"),
            Pattern.compile("html-?[tT]ooltip"),
            Pattern.compile("\\sstyle\\s*="),
            Pattern.compile("<style\\b"),
            Pattern.compile("\\son[a-z]+\\s*="),
            Pattern.compile("<script(?![^>]*\\ssrc=)"),
            Pattern.compile("javascript:"),
            Pattern.compile("escapeText\\s*=\\s*\"false\""));

    static Stream<Path> views() throws IOException {
        try (Stream<Path> files = Files.walk(VIEWS)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith(".jelly")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void aViewEscapesWhatItShowsAndHoldsNoScript(Path view) throws IOException {
        String text = Files.readString(view);

        assertThat(text).startsWith("<?jelly escape-by-default='true'?>");
        assertThat(FORBIDDEN).allSatisfy(each -> assertThat(text).doesNotContainPattern(each));
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyTextOfAPageIsThereInGerman(Path view) throws IOException {
        String name = String.valueOf(view.getFileName()).replace(".jelly", "");
        Path german = view.resolveSibling(name + "_de.properties");
        boolean ofPages = view.startsWith(VIEWS.resolve("io/jenkins/plugins/compliance/view"));
        List<String> keys = Pattern.compile("\\$\\{%([^}(]+)|'%([^']+)'")
                .matcher(Files.readString(view))
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
        if (ofPages && !keys.isEmpty()) {
            java.util.Properties texts = new java.util.Properties();
            try (var in = Files.newInputStream(german)) {
                texts.load(in);
            }
            assertThat(texts.stringPropertyNames())
                    .containsAll(keys.stream().map(String::strip).toList());
        }
    }

    @Test
    void styleSheetsFollowTheTheme() throws IOException {
        Path sheet = VIEWS.resolve("io/jenkins/plugins/compliance/view/pages.css");

        assertThat(Files.readString(sheet))
                .doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b(?!-)")
                .doesNotContainPattern("\\b(?:rgb|hsl)a?\\(")
                .doesNotContain("prefers-color-scheme")
                .doesNotContain("url(");
    }
}
