package io.jenkins.plugins.compliance.engine.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.Crosswalk;
import io.jenkins.plugins.compliance.engine.policy.Crosswalk.Mapping;
import io.jenkins.plugins.compliance.engine.policy.Framework.Requirement;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far the bundled crosswalks reach, and how they compare with what NIST publishes. */
class BundledCrosswalksTest {
    private static final String HUB = "nist-800-53-r5";
    private static final Set<String> DEVELOPMENT = Set.of("SA", "SI", "RA", "SR", "CM", "CA");

    private static PolicyPack pack;

    @BeforeAll
    static void load() throws IOException {
        pack = PolicyPacks.load("bundled:frameworks", Limits.DEFAULTS).orThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "iso-27001-to-800-53, iso-27001-2022",
        "ssdf-to-800-53, nist-ssdf-1.1",
        "csf-to-800-53, nist-csf-2.0",
        "cis-to-800-53, cis-controls-8.1",
        "pci-dss-to-800-53, pci-dss-4.0.1",
        "cobit-to-800-53, cobit-2019",
        "itil-to-800-53, itil-4",
        "asvs-to-800-53, owasp-asvs-5.0",
        "slsa-build-to-800-53, slsa-build-1.1",
        "slsa-source-to-800-53, slsa-source-1.2",
        "cra-to-800-53, eu-cra",
        "owasp-top-10-2021-to-800-53, owasp-top-10-2021",
        "owasp-top-10-2025-to-800-53, owasp-top-10-2025",
        "owasp-cicd-to-800-53, owasp-cicd-top-10",
        "soc-2-to-800-53, soc-2-2017",
        "gdpr-to-800-53, gdpr",
    })
    void mapEachRequirement(String id, String framework) {
        Crosswalk crosswalk = crosswalk(id);
        assertThat(crosswalk.from()).isEqualTo(framework);
        assertThat(crosswalk.to()).isEqualTo(HUB);
        Set<String> all = pack.frameworks().get(framework).requirements().stream()
                .filter(Requirement::binding)
                .map(Requirement::id)
                .collect(Collectors.toSet());
        assertThat(crosswalk.mappings().stream().map(Mapping::from).collect(Collectors.toSet()))
                .isEqualTo(all);
    }

    @Test
    void sayWhyAndWhoSaysSo() {
        for (Crosswalk crosswalk : pack.crosswalks()) {
            assertThat(crosswalk.source()).as(crosswalk.id()).isNotBlank();
            assertThat(crosswalk.mappings())
                    .as(crosswalk.id())
                    .allSatisfy(mapping -> assertThat(mapping.rationale())
                            .hasSizeBetween(8, 100)
                            .doesNotEndWith("."));
        }
    }

    /** Each is weighed by itself: no crosswalk says the same of all its pairs, and most overlaps are no close ones. */
    @Test
    void weighEachMapping() {
        Map<Crosswalk.Strength, Long> all = strengths(pack.crosswalks().stream());
        assertThat(all.keySet()).containsExactlyInAnyOrder(Crosswalk.Strength.values());
        assertThat(all.getOrDefault(Crosswalk.Strength.STRONG, 0L))
                .isLessThan(all.getOrDefault(Crosswalk.Strength.MODERATE, 0L));
        for (Crosswalk crosswalk : pack.crosswalks()) {
            Map<Crosswalk.Strength, Long> strengths = strengths(Stream.of(crosswalk));
            assertThat(strengths.keySet()).as(crosswalk.id()).containsExactlyInAnyOrder(Crosswalk.Strength.values());
            assertThat(strengths.values())
                    .as(crosswalk.id())
                    .allSatisfy(count ->
                            assertThat(count).isLessThan(crosswalk.mappings().size() * 3L / 4));
        }
        assertThat(pack.crosswalks().stream()
                        .flatMap(each -> each.mappings().stream())
                        .filter(each -> each.relation() != Crosswalk.Relation.INTERSECTS))
                .allSatisfy(each -> assertThat(each.strength()).isEqualTo(Crosswalk.Strength.STRONG));
    }

    private static Map<Crosswalk.Strength, Long> strengths(Stream<Crosswalk> crosswalks) {
        return crosswalks
                .flatMap(each -> each.mappings().stream())
                .collect(Collectors.groupingBy(Mapping::strength, Collectors.counting()));
    }

    /** Few things that two bodies demand are the same, and a claim that keeps its strength must deserve it. */
    @Test
    void claimEqualityRarely() {
        long all = pack.crosswalks().stream()
                .mapToLong(each -> each.mappings().size())
                .sum();
        long strong = pack.crosswalks().stream()
                .flatMap(each -> each.mappings().stream())
                .filter(each -> each.relation() != Crosswalk.Relation.INTERSECTS)
                .count();
        assertThat(all).isGreaterThan(3500);
        assertThat(strong).isBetween(1L, all / 50);
    }

    @Test
    void reachEachControlOfDevelopmentInTheModerateBaseline() {
        Set<String> reached = pack.crosswalks().stream()
                .flatMap(each -> each.mappings().stream())
                .map(Mapping::to)
                .collect(Collectors.toSet());
        List<String> controls = pack.frameworks().get(HUB).baseline("moderate").orElseThrow().requirements().stream()
                .filter(each -> DEVELOPMENT.contains(each.substring(0, 2)) && !each.contains("("))
                .toList();
        assertThat(controls).hasSizeGreaterThan(50);
        assertThat(reached).containsAll(controls);
    }

    @Test
    void ssdfHasAllReferencesOfItsAuthors() throws IOException {
        Set<String> published = published("ssdf-references.txt", false);
        assertThat(published).hasSize(86);
        assertThat(pairs("ssdf-to-800-53")).containsAll(published);
        assertThat(sourced("ssdf-to-800-53")).isEqualTo(published);
    }

    @Test
    void isoHasMostOfWhatNistPublishes() throws IOException {
        Set<String> published = published("iso-27001-references.txt", true);
        assertThat(published).hasSize(439);
        assertThat(share("iso-27001-to-800-53", published, pair -> true)).isBetween(0.82, 0.83);
        assertThat(share("iso-27001-to-800-53", published, pair -> !pair.endsWith("-1")))
                .isBetween(0.98, 0.99);
        Set<String> kept = new TreeSet<>(published);
        kept.retainAll(pairs("iso-27001-to-800-53"));
        assertThat(sourced("iso-27001-to-800-53")).isEqualTo(kept);
    }

    private static double share(String crosswalk, Set<String> published, Predicate<String> counted) {
        List<String> theirs = published.stream().filter(counted).toList();
        Set<String> ours = pairs(crosswalk);
        return (double) theirs.stream().filter(ours::contains).count() / theirs.size();
    }

    private static Crosswalk crosswalk(String id) {
        return pack.crosswalks().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> pairs(String id) {
        return crosswalk(id).mappings().stream()
                .map(each -> each.from() + " " + each.to())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The pairs that name a publication. */
    private static Set<String> sourced(String id) {
        return crosswalk(id).mappings().stream()
                .filter(each -> each.source() != null)
                .map(each -> each.from() + " " + each.to())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Lines {@code left: right, right}, as pairs; turned around where the control stands on the left. */
    private static Set<String> published(String resource, boolean turned) throws IOException {
        try (InputStream in = Objects.requireNonNull(BundledCrosswalksTest.class.getResourceAsStream(resource))) {
            Set<String> pairs = new TreeSet<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (!line.startsWith("#")) {
                    String[] sides = line.split(": ", 2);
                    Arrays.stream(sides[1].split(", "))
                            .forEach(right -> pairs.add(turned ? right + " " + sides[0] : sides[0] + " " + right));
                }
            }
            return pairs;
        }
    }
}
