package io.jenkins.plugins.compliance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** No build of this source tree follows the newest version of anything: what it takes is the same tomorrow. */
class PinnedVersionsTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern EXACT = Pattern.compile("\\d+(\\.[\\w-]+)+");
    /** What Maven runs in {@code clean verify} without being told, by packaging, in a version that Maven chooses. */
    private static final Map<String, Set<String>> UNTOLD = Map.of(
            "pom", Set.of("maven-clean-plugin"),
            "jar",
                    Set.of(
                            "maven-clean-plugin",
                            "maven-resources-plugin",
                            "maven-compiler-plugin",
                            "maven-surefire-plugin",
                            "maven-jar-plugin"),
            "war",
                    Set.of(
                            "maven-clean-plugin",
                            "maven-resources-plugin",
                            "maven-compiler-plugin",
                            "maven-surefire-plugin",
                            "maven-war-plugin"));

    static Stream<Path> packages() throws IOException {
        return named("package.json");
    }

    /** Without the one at the top: Jenkins' parent POM gives its plugins their versions. */
    static Stream<Path> poms() throws IOException {
        return named("pom.xml");
    }

    static Stream<Path> allPoms() throws IOException {
        return Stream.concat(Stream.of(ROOT.resolve("pom.xml")), poms());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void npmTakesExactVersionsAlone(Path file) throws IOException {
        JsonNode wanted = new ObjectMapper().readTree(file.toFile());
        for (String kind : List.of("dependencies", "devDependencies", "optionalDependencies")) {
            wanted.path(kind)
                    .properties()
                    .forEach(each -> assertThat(each.getValue().asText())
                            .as(each.getKey())
                            .matches(EXACT));
        }
    }

    /** A tag such as {@code latest} is looked up whenever npm compares the lock file with what is asked for. */
    @ParameterizedTest
    @MethodSource("packages")
    void nothingThatNpmLocksAsksForATagOrAnAddress(Path file) throws IOException {
        JsonNode locked = new ObjectMapper()
                .readTree(file.resolveSibling("package-lock.json").toFile())
                .path("packages");
        assertThat(locked.size()).isGreaterThan(1);
        locked.properties().forEach(each -> {
            JsonNode found = each.getValue();
            for (String kind : List.of("dependencies", "optionalDependencies")) {
                found.path(kind)
                        .properties()
                        .forEach(asked -> assertThat(asked.getValue().asText())
                                .as(each.getKey() + " asks for " + asked.getKey())
                                .matches("[\\d^~<>=*v][^:/]*"));
            }
            if (!each.getKey().isEmpty()) {
                assertThat(found.has("integrity") || found.path("inBundle").asBoolean())
                        .as(each.getKey() + " is verified")
                        .isTrue();
                assertThat(found.has("resolved"))
                        .as(each.getKey() + " names a registry")
                        .isFalse();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("allPoms")
    void mavenTakesExactVersionsAlone(Path pom) throws Exception {
        Element project = read(pom);
        List<Element> stated = all(project, "version");
        all(project, "*").stream()
                .filter(each -> each.getTagName().endsWith(".version"))
                .forEach(stated::add);
        assertThat(stated)
                .extracting(each -> each.getTextContent().trim())
                .filteredOn(version -> !version.startsWith("${"))
                .as(pom.toString())
                .allMatch(EXACT.asMatchPredicate());
    }

    @ParameterizedTest
    @MethodSource("poms")
    void eachPluginThatMavenRunsHasAVersion(Path pom) throws Exception {
        Element project = read(pom);
        Set<String> stated = new HashSet<>();
        for (Element each = project; each != null; each = parent(pom, each)) {
            all(each, "plugin").stream()
                    .filter(plugin -> text(plugin, "version") != null)
                    .forEach(plugin -> stated.add(text(plugin, "artifactId")));
        }
        String packaging = text(project, "packaging");
        Set<String> run = new HashSet<>(UNTOLD.get(packaging == null ? "jar" : packaging));
        all(project, "plugin").forEach(plugin -> run.add(text(plugin, "artifactId")));
        assertThat(stated).as(pom.toString()).containsAll(run);
    }

    @Test
    void scriptsCallPluginsOfMavenInAVersion() throws IOException {
        for (Path script : List.of(ROOT.resolve(".ci/run"), ROOT.resolve("src/demo/prepare"))) {
            assertThat(Files.readString(script))
                    .doesNotContainPattern("(maven-[\\w-]+-plugin|[\\w-]+-maven-plugin):(?!\\d)")
                    .doesNotContainPattern("\\b(help|dependency|exec|versions|wrapper|archetype):[a-z]");
        }
    }

    @Test
    void workflowsCallActionsAtACommit() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(".github/workflows"))) {
            List<String> uses = new ArrayList<>();
            for (Path file : files.toList()) {
                Files.readString(file)
                        .lines()
                        .filter(line -> line.contains("uses:"))
                        .forEach(uses::add);
            }
            assertThat(uses).isNotEmpty().allMatch(line -> line.matches(".*@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
        }
    }

    private static Stream<Path> named(String name) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String top : List.of(".ci", "src/bench", "src/cli", "src/demo")) {
            try (Stream<Path> files = Files.find(
                    ROOT.resolve(top),
                    8,
                    (file, attributes) -> file.getFileName().toString().equals(name)
                            && !file.toString().contains("node_modules")
                            && !file.toString().contains("/target/"))) {
                files.forEach(found::add);
            }
        }
        assertThat(found).isNotEmpty();
        return found.stream();
    }

    private static Element read(Path pom) throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(pom.toFile())
                .getDocumentElement();
    }

    /** The parent that lies beside it in the tree; null when there is none. */
    private static Element parent(Path pom, Element project) {
        try {
            return text(project, "parent") == null
                    ? null
                    : read(pom.toAbsolutePath().getParent().resolve("../pom.xml"));
        } catch (ParserConfigurationException | IOException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text of a direct child; null when there is none. */
    private static String text(Element element, String name) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals(name)) {
                return node.getTextContent().trim();
            }
        }
        return null;
    }

    private static List<Element> all(Element element, String name) {
        NodeList nodes = element.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
