package io.jenkins.plugins.compliance.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text is there in German too, and every field has help in both languages. */
class GermanTextsTest {
    private static final Path RESOURCES = Path.of("src/main/resources/io/jenkins/plugins/compliance");
    private static final List<String> PARTS = List.of("config", "record", "steps", "view");
    private static final Pattern KEY = Pattern.compile("\\$\\{%([^}(]+)(?:\\([^}]*)?}");
    private static final Pattern FIELD = Pattern.compile("(?<!f:property )field=\"([A-Za-z0-9]+)\"");

    @Test
    void everyMessageHasATwin() throws IOException {
        for (Path english : files("Messages.properties")) {
            assertThat(keys(english.resolveSibling("Messages_de.properties")))
                    .as(english.toString())
                    .isEqualTo(keys(english));
        }
    }

    @Test
    void everyTextOfAViewHasATwin() throws IOException {
        for (Path view : files(".jelly")) {
            Set<String> wanted = new TreeSet<>();
            Matcher matcher = KEY.matcher(Files.readString(view));
            while (matcher.find()) {
                wanted.add(matcher.group(1));
            }
            if (!wanted.isEmpty()) {
                String name = view.getFileName().toString().replace(".jelly", "_de.properties");
                assertThat(keys(view.resolveSibling(name))).as(view.toString()).containsAll(wanted);
            }
        }
    }

    @Test
    void everyFieldHasHelpInBothLanguages() throws IOException {
        for (Path view : files(".jelly")) {
            Matcher matcher = FIELD.matcher(Files.readString(view));
            while (matcher.find()) {
                String help = "help-" + matcher.group(1);
                assertThat(view.resolveSibling(help + ".html"))
                        .as(view.toString())
                        .exists();
                assertThat(view.resolveSibling(help + "_de.html"))
                        .as(view.toString())
                        .exists();
            }
        }
    }

    @Test
    void everyHelpBelongsToAField() throws IOException {
        for (Path help : files(".html")) {
            String field = help.getFileName().toString().replaceAll("^help-|(_de)?\\.html$", "");
            List<String> fields = new ArrayList<>();
            try (Stream<Path> views = Files.list(help.getParent())) {
                for (Path view :
                        views.filter(each -> each.toString().endsWith(".jelly")).toList()) {
                    Matcher matcher = FIELD.matcher(Files.readString(view));
                    while (matcher.find()) {
                        fields.add(matcher.group(1));
                    }
                }
            }
            assertThat(fields).as(help.toString()).contains(field);
        }
    }

    private static List<Path> files(String ending) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String part : PARTS) {
            try (Stream<Path> walk = Files.walk(RESOURCES.resolve(part))) {
                walk.filter(each -> each.toString().endsWith(ending)).forEach(found::add);
            }
        }
        assertThat(found).isNotEmpty();
        return found;
    }

    private static Set<String> keys(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }
}
