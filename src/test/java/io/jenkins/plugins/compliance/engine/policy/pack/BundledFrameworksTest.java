package io.jenkins.plugins.compliance.engine.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.Framework;
import io.jenkins.plugins.compliance.engine.policy.Framework.Requirement;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogs that come with the engine have as many requirements as their publishers say. */
class BundledFrameworksTest {
    private static PolicyPack pack;

    @BeforeAll
    static void load() throws IOException {
        pack = PolicyPacks.load("bundled:frameworks", Limits.DEFAULTS).orThrow();
    }

    static List<Framework> frameworks() throws IOException {
        return List.copyOf(PolicyPacks.load("bundled:frameworks", Limits.DEFAULTS)
                .orThrow()
                .frameworks()
                .values());
    }

    @ParameterizedTest
    @CsvSource({
        "nist-800-53-r5, 20, 1007",
        "nist-ssdf-1.1, 4, 61",
        "nist-csf-2.0, 28, 106",
        "iso-27001-2022, 4, 93",
        "owasp-asvs-5.0, 97, 345",
        "owasp-top-10-2021, 0, 10",
        "owasp-top-10-2025, 0, 10",
        "owasp-cicd-top-10, 0, 10",
        "owasp-samm-2, 20, 30",
        "slsa-build-1.1, 3, 8",
        "slsa-source-1.2, 2, 14",
        "cis-controls-8.1, 18, 153",
        "pci-dss-4.0.1, 55, 188",
        "soc-2-2017, 9, 33",
        "cobit-2019, 5, 40",
        "itil-4, 3, 34",
        "gdpr, 4, 27",
        "eu-cra, 3, 22",
        "eu-dora, 24, 118",
    })
    void haveTheNumbersOfTheirPublishers(String id, int headings, int requirements) {
        List<Requirement> all = framework(id).requirements();
        assertThat(all.stream().filter(Requirement::group).count()).isEqualTo(headings);
        assertThat(all.stream().filter(Requirement::binding).count()).isEqualTo(requirements);
    }

    @ParameterizedTest
    @CsvSource({
        "nist-800-53-r5, low, 149",
        "nist-800-53-r5, moderate, 287",
        "nist-800-53-r5, high, 370",
        "nist-800-53-r5, privacy, 96",
        "owasp-asvs-5.0, level-1, 70",
        "owasp-asvs-5.0, level-2, 253",
        "owasp-asvs-5.0, level-3, 345",
        "cis-controls-8.1, ig1, 56",
        "cis-controls-8.1, ig2, 130",
        "cis-controls-8.1, ig3, 153",
        "slsa-build-1.1, build-l1, 4",
        "slsa-build-1.1, build-l2, 6",
        "slsa-build-1.1, build-l3, 8",
        "slsa-source-1.2, source-l1, 5",
        "slsa-source-1.2, source-l2, 11",
        "slsa-source-1.2, source-l3, 13",
        "slsa-source-1.2, source-l4, 14",
    })
    void haveTheBaselinesOfTheirPublishers(String id, String baseline, int requirements) {
        assertThat(framework(id).baseline(baseline).orElseThrow().requirements())
                .hasSize(requirements);
    }

    @Test
    void ssdfHasItsPracticesAndTasks() {
        List<String> ids = binding(framework("nist-ssdf-1.1"));
        assertThat(ids.stream().filter(id -> id.matches("[A-Z]{2}\\.[0-9]+"))).hasSize(19);
        assertThat(ids.stream().filter(id -> id.matches("[A-Z]{2}\\.[0-9]+\\.[0-9]+")))
                .hasSize(42);
    }

    @Test
    void isoHasFourThemes() {
        List<String> ids = binding(framework("iso-27001-2022"));
        assertThat(List.of(37, 8, 14, 34))
                .containsExactly(under(ids, "A.5."), under(ids, "A.6."), under(ids, "A.7."), under(ids, "A.8."));
    }

    @ParameterizedTest
    @MethodSource("frameworks")
    void sayWhereTheyComeFrom(Framework framework) {
        assertThat(framework.publisher()).isNotBlank();
        assertThat(framework.version()).isNotBlank();
        assertThat(framework.source()).startsWith("https://");
        assertThat(framework.date()).matches("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");
        assertThat(framework.text()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("frameworks")
    void haveShortTitlesOfTheirOwn(Framework framework) {
        for (Requirement requirement : framework.requirements()) {
            assertThat(requirement.title())
                    .as(requirement.id())
                    .isNotBlank()
                    .doesNotEndWith(".")
                    .hasSizeLessThan(100);
            assertThat(requirement.text()).as(requirement.id()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("frameworks")
    void leaveNoHeadingEmpty(Framework framework) {
        Set<String> parents =
                framework.requirements().stream().map(Requirement::parent).collect(Collectors.toSet());
        assertThat(framework.requirements().stream().filter(Requirement::group).map(Requirement::id))
                .allMatch(parents::contains);
    }

    private static Framework framework(String id) {
        return pack.frameworks().get(id);
    }

    private static List<String> binding(Framework framework) {
        return framework.requirements().stream()
                .filter(Requirement::binding)
                .map(Requirement::id)
                .toList();
    }

    private static int under(List<String> ids, String prefix) {
        return (int) ids.stream().filter(id -> id.startsWith(prefix)).count();
    }
}
