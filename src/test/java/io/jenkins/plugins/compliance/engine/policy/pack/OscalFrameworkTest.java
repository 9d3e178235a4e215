package io.jenkins.plugins.compliance.engine.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblem;
import io.jenkins.plugins.compliance.engine.policy.Framework;
import io.jenkins.plugins.compliance.engine.policy.Framework.Requirement;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OscalFrameworkTest {
    private static final String CATALOG = """
            {"catalog": {"metadata": {"title": "Controls", "version": "9.1"}, "groups": [
              {"id": "ac", "class": "family", "title": "Access", "controls": [
                {"id": "ac-1", "title": "Policy",
                 "params": [{"id": "p1", "label": "organization-defined time"},
                            {"id": "p2", "select": {"choice": ["daily", "every {{ insert: param, p1 }}"]}}],
                 "parts": [{"name": "statement", "prose": "Review:", "parts": [
                              {"name": "item", "props": [{"name": "label", "value": "a."}], "prose": "each {{ insert: param, p2 }}"}]},
                           {"name": "guidance", "prose": "Not this."}],
                 "controls": [{"id": "ac-1.1", "title": "More", "props": [{"name": "label", "class": "zero-padded", "value": "AC-01(01)"}, {"name": "label", "value": "AC-1(1)"}]}]},
                {"id": "ac-2", "title": "Old", "props": [{"name": "status", "value": "withdrawn"}]}]},
              {"id": "odd", "title": "Odd", "groups": [{"title": "No id", "controls": [{"id": "s1.1.1", "title": "Odd one"}]}]}],
             "controls": [{"id": "x-1", "title": "Loose"}]}}
            """;

    @TempDir
    Path dir;

    @Test
    void catalogBecomesRequirements() throws IOException {
        Framework framework = load("", "{}").frameworks().get("f");

        assertThat(framework.title()).isEqualTo("Controls");
        assertThat(framework.version()).isEqualTo("9.1");
        assertThat(framework.requirements())
                .extracting(each -> each.id() + " < " + each.parent() + (each.group() ? " group" : "")
                        + (each.withdrawn() ? " withdrawn" : ""))
                .containsExactly(
                        "AC < null group",
                        "AC-1 < AC",
                        "AC-1(1) < AC-1",
                        "AC-2 < AC withdrawn",
                        "odd < null group",
                        "s1.1.1 < odd",
                        "x-1 < null");
        assertThat(framework.requirements().get(1).text())
                .isEqualTo("Review:\na. each [Selection: daily; every [organization-defined time]]");
    }

    @Test
    void withdrawnControlsAreNotDemanded() throws IOException {
        assertThat(load("", "{}").archetypes().get(0).requires())
                .extracting(RequirementRef::requirement)
                .containsExactly("AC-1", "AC-1(1)", "s1.1.1", "x-1");
    }

    @Test
    void profileSelectsABaseline() throws IOException {
        assertThat(baseline("{\"include-controls\": [{\"with-ids\": [\"ac-1.1\", \"x-1\"]}]}"))
                .containsExactly("AC-1(1)", "x-1");
        assertThat(baseline("{\"include-controls\": [{\"with-ids\": [\"ac-1\"], \"with-child-controls\": \"yes\"}]}"))
                .containsExactly("AC-1", "AC-1(1)");
        assertThat(baseline("{\"include-all\": {}, \"exclude-controls\": [{\"with-ids\": [\"x-1\"]}]}"))
                .containsExactly("AC-1", "AC-1(1)", "s1.1.1");
        assertThat(baseline("{\"include-controls\": [{\"matching\": [{\"pattern\": \"ac-*\"}]}]}"))
                .containsExactly("AC-1", "AC-1(1)");
    }

    @Test
    void resolvedCatalogSelectsABaseline() throws IOException {
        String resolved =
                "{\"catalog\": {\"groups\": [{\"id\": \"ac\", \"class\": \"family\", \"title\": \"A\", \"controls\": [{\"id\": \"ac-1\", \"title\": \"P\"}]}]}}";
        assertThat(load("    baselines: [{id: low, oscal: catalogs/low.json}]\n", resolved)
                        .frameworks()
                        .get("f")
                        .baseline("low")
                        .orElseThrow()
                        .requirements())
                .containsExactly("AC-1");
    }

    @Test
    void mistakesNameTheFileOfTheProfile() throws IOException {
        LoadResult result = result(
                "    baselines: [{id: low, oscal: catalogs/low.json}]\n",
                "{\"profile\": {\"imports\": [{\"include-controls\": [{\"with-ids\": [\"ac-11\"]}]}]}}");
        assertThat(result.problems()).singleElement().satisfies(each -> {
            assertThat(each.at().toString()).endsWith("catalogs/low.json:1:62");
            assertThat(each.message()).startsWith("found \"AC-11\"");
            assertThat(each.hint()).isEqualTo("did you mean AC-1?");
        });
        assertThat(result("    baselines: [{id: low, oscal: catalogs/none.json}]\n", "{}")
                        .problems())
                .extracting(DocumentProblem::code)
                .containsExactly("missing-file");
        assertThat(result("    baselines: [{id: low, oscal: catalogs/low.json}]\n", "{\"component\": 1}")
                        .problems())
                .extracting(DocumentProblem::message)
                .containsExactly("found \"catalogs/low.json\", expected an OSCAL profile or catalog in JSON");
    }

    @Test
    void catalogBesideThePackFilesIsNoFileOfThePack() throws IOException {
        PolicyPack pack = new PackFolder(dir)
                .file("pack.yaml", PackFolder.HEADER + "frameworks: [{id: f, oscal: nist.json}]\n")
                .file("nist.json", CATALOG)
                .load()
                .orThrow();
        assertThat(pack.frameworks()).containsKey("f");
    }

    @Test
    void longParametersDoNotMultiply() throws IOException {
        String label = "x".repeat(10_000);
        String prose = "{{ insert: param, p }}".repeat(1000);
        String catalog =
                "{\"catalog\": {\"controls\": [{\"id\": \"ac-1\", \"title\": \"P\", \"params\": [{\"id\": \"p\", \"label\": \""
                        + label + "\"}], \"parts\": [{\"name\": \"statement\", \"prose\": \"" + prose + "\"}]}]}}";
        PolicyPack pack = new PackFolder(dir)
                .file("pack.yaml", PackFolder.HEADER + "frameworks: [{id: f, oscal: nist.json}]\n")
                .file("nist.json", catalog)
                .load()
                .orThrow();
        assertThat(pack.frameworks().get("f").requirements().get(0).text()).isEqualTo("[p]".repeat(1000));
    }

    @Test
    void nistCatalogAndBaselinesAreReadWhole() throws IOException {
        Path corpus = Path.of(System.getProperty("compliance.corpus", "")).resolve("oscal");
        assumeTrue(Files.isDirectory(corpus), "the corpus is not here: set compliance.corpus");
        Files.createDirectories(dir.resolve("catalogs"));
        for (String each :
                List.of("catalog-min", "LOW-baseline_profile", "MODERATE-baseline_profile", "HIGH-baseline_profile")) {
            String name = "NIST_SP-800-53_rev5_" + each + ".json";
            Files.copy(corpus.resolve(name), dir.resolve("catalogs").resolve(name));
        }
        PolicyPack pack = new PackFolder(dir).file("pack.yaml", """
                        schema: 1
                        id: nist
                        version: '1'
                        frameworks:
                          - id: nist-800-53-r5
                            oscal: catalogs/NIST_SP-800-53_rev5_catalog-min.json
                            baselines:
                              - {id: low, oscal: catalogs/NIST_SP-800-53_rev5_LOW-baseline_profile.json}
                              - {id: moderate, oscal: catalogs/NIST_SP-800-53_rev5_MODERATE-baseline_profile.json}
                              - {id: high, oscal: catalogs/NIST_SP-800-53_rev5_HIGH-baseline_profile.json}
                        archetypes:
                          - {id: all, requires: [nist-800-53-r5/*]}
                          - {id: high, requires: ["nist-800-53-r5#high"]}
                        """).load().orThrow();
        Framework framework = pack.frameworks().get("nist-800-53-r5");
        assertThat(framework.version()).isEqualTo("5.0.1");
        assertThat(framework.requirements().stream().filter(Requirement::group)).hasSize(20);
        // 322 controls and 867 enhancements, as the catalog's authors count them, of which some are withdrawn.
        assertThat(framework.requirements().stream().filter(each -> !each.group()))
                .hasSize(322 + 867);
        assertThat(framework.baseline("low").orElseThrow().requirements()).hasSize(149);
        assertThat(framework.baseline("moderate").orElseThrow().requirements()).hasSize(287);
        assertThat(framework.baseline("high").orElseThrow().requirements()).hasSize(370);
        assertThat(pack.archetypes().get(0).requires()).hasSize(1007);
        assertThat(framework.requirements().stream()
                        .filter(each -> each.id().equals("SA-11(1)"))
                        .findFirst()
                        .orElseThrow()
                        .parent())
                .isEqualTo("SA-11");
    }

    private List<String> baseline(String imports) throws IOException {
        return load(
                        "    baselines: [{id: low, oscal: catalogs/low.json}]\n",
                        "{\"profile\": {\"imports\": [" + imports + "]}}")
                .frameworks()
                .get("f")
                .baseline("low")
                .orElseThrow()
                .requirements();
    }

    private PolicyPack load(String more, String profile) throws IOException {
        return result(more, profile).orThrow();
    }

    private LoadResult result(String more, String profile) throws IOException {
        new PackFolder(dir)
                .file(
                        "pack.yaml",
                        PackFolder.HEADER + "frameworks:\n  - id: f\n    oscal: catalogs/c.json\n" + more
                                + "archetypes: [{id: a, requires: [f/*]}]\n")
                .file("catalogs/c.json", CATALOG)
                .file("catalogs/low.json", profile);
        return PolicyPacks.load(dir, Limits.DEFAULTS);
    }
}
