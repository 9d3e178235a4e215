package io.jenkins.plugins.compliance.engine.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.CweMapping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How much of the Common Weakness Enumeration the bundled links cover, and how precisely. */
class BundledWeaknessesTest {
    private static final Set<Integer> TOP_2024 = Set.of(
            79, 787, 89, 352, 22, 125, 78, 416, 862, 434, 94, 20, 77, 287, 269, 502, 200, 863, 918, 119, 476, 798, 190,
            400, 306);
    private static final Set<Integer> TOP_2025 = Set.of(
            79, 89, 352, 862, 787, 22, 416, 125, 78, 94, 120, 434, 476, 121, 502, 122, 863, 20, 284, 200, 306, 918, 77,
            639, 770);
    private static final Pattern MENTION = Pattern.compile(
            "(?i)cwe(?:[-_/ :]{1,2}|[-_]?(?:id)?\"?(?:=\"|>|: ?\\[? ?\"?(?:CWE-)?))0{0,3}([0-9]{1,4})\\b");

    private static List<CweMapping> links;
    private static Set<Integer> direct;

    @BeforeAll
    static void load() throws IOException {
        links = PolicyPacks.load("bundled:frameworks", Limits.DEFAULTS)
                .orThrow()
                .weaknesses();
        direct = links.stream().map(CweMapping::cwe).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void bothTop25AreLinkedDirectly() {
        assertThat(TOP_2024).hasSize(25);
        assertThat(TOP_2025).hasSize(25);
        assertThat(direct).containsAll(TOP_2024).containsAll(TOP_2025);
    }

    @Test
    void linksSayWhy() {
        assertThat(links).allSatisfy(link -> {
            assertThat(link.requirement().framework()).isEqualTo("nist-800-53-r5");
            assertThat(link.rationale()).hasSizeBetween(15, 90).doesNotEndWith(".");
        });
    }

    @Test
    void noControlIsACatchAll() {
        Map<String, Long> perControl = links.stream()
                .collect(Collectors.groupingBy(link -> link.requirement().requirement(), Collectors.counting()));
        assertThat(perControl).hasSizeGreaterThan(60);
        long mostUsedTwo = perControl.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(2)
                .mapToLong(Long::longValue)
                .sum();
        assertThat(mostUsedTwo).isLessThan(links.size() / 4);
        assertThat(perControl.getOrDefault("SA-11", 0L) + perControl.getOrDefault("RA-5", 0L))
                .isLessThan(links.size() / 20);
    }

    @Test
    void whatScannersEmitIsLinkedDirectly() throws IOException {
        Map<Integer, Weakness> all = taxonomy();
        Set<Integer> emitted = new TreeSet<>();
        for (String folder : List.of("reports", "sarif", "measured")) {
            try (Stream<Path> files = Files.walk(corpus().resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    collect(Files.readString(file, StandardCharsets.ISO_8859_1), emitted);
                }
            }
        }
        emitted.removeIf(cwe -> !all.containsKey(cwe) || all.get(cwe).deprecated());
        assertThat(emitted).hasSizeGreaterThan(150).contains(79, 89, 1104);
        assertThat(direct).containsAll(emitted);
    }

    @Test
    void everyActiveWeaknessIsReachedAndFewOnlyFromThePillars() throws IOException {
        Map<Integer, Weakness> all = taxonomy();
        Map<String, Integer> reached = new TreeMap<>();
        all.forEach((cwe, weakness) -> {
            if (!weakness.deprecated()) {
                reached.merge(reachedFrom(cwe, all), 1, Integer::sum);
            }
        });
        assertThat(reached).doesNotContainKey("nothing");
        int active = reached.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(active).isGreaterThan(900);
        assertThat(reached.get("itself")).isGreaterThan(active / 2);
        assertThat(reached.get("Pillar")).isLessThan(active / 12);
    }

    private record Weakness(int parent, String abstraction, boolean deprecated) {}

    private static String reachedFrom(int cwe, Map<Integer, Weakness> all) {
        if (direct.contains(cwe)) {
            return "itself";
        }
        int at = all.get(cwe).parent();
        while (at > 0 && !direct.contains(at)) {
            at = all.get(at).parent();
        }
        return at == 0 ? "nothing" : all.get(at).abstraction();
    }

    private static void collect(String text, Set<Integer> into) {
        Matcher matcher = MENTION.matcher(text);
        while (matcher.find()) {
            into.add(Integer.parseInt(matcher.group(1)));
        }
    }

    private static Map<Integer, Weakness> taxonomy() throws IOException {
        JsonNode taxa = new ObjectMapper()
                .readTree(Files.readAllBytes(corpus().resolve("reference/CweTaxonomy.sarif")))
                .path("runs")
                .path(0)
                .path("taxonomies")
                .path(0)
                .path("taxa");
        Map<Integer, Weakness> all = new TreeMap<>();
        for (JsonNode taxon : taxa) {
            JsonNode properties = taxon.path("properties");
            all.put(
                    number(taxon.path("id").asText()),
                    new Weakness(
                            number(properties.path("cwe/parent").asText("")),
                            properties.path("cwe/abstraction").asText(),
                            properties.path("cwe/status").asText().equals("Deprecated")));
        }
        return all;
    }

    private static int number(String id) {
        return id.isEmpty() ? 0 : Integer.parseInt(id.substring("CWE-".length()));
    }

    private static Path corpus() {
        Path corpus = Path.of(System.getProperty("compliance.corpus", "absent"));
        assumeTrue(Files.isDirectory(corpus), "the corpus is not here");
        return corpus;
    }
}
