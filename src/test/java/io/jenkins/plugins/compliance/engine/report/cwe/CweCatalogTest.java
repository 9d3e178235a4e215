package io.jenkins.plugins.compliance.engine.report.cwe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CweCatalogTest {
    private static final CweCatalog TABLE = CweCatalog.standard();

    @Test
    void namesAndAncestors() {
        assertThat(TABLE.name(117)).hasValue("Improper Output Neutralization for Logs");
        assertThat(TABLE.parents(89)).containsExactly(943);
        assertThat(TABLE.ancestors(89)).startsWith(943, 74).endsWith(707);
        assertThat(TABLE.ancestors(1333)).contains(400);
    }

    @Test
    void whatIsUnknownHasNeither() {
        assertThat(TABLE.name(1)).isEmpty();
        assertThat(TABLE.ancestors(99_999)).isEmpty();
    }

    @Test
    void everyParentIsInTheTableAndNoneIsItsOwnAncestor() {
        for (int cwe = 1; cwe < 2000; cwe++) {
            List<Integer> ancestors = TABLE.ancestors(cwe);
            assertThat(ancestors)
                    .doesNotContain(cwe)
                    .allMatch(ancestor -> TABLE.name(ancestor).isPresent());
        }
        assertThat(TABLE.size()).isGreaterThan(900);
    }

    @Test
    void agreesWithTheTaxonomyThatItIsMadeOf() throws IOException {
        Path taxonomy = Path.of(System.getProperty("compliance.corpus", "absent"), "reference", "CweTaxonomy.sarif");
        assumeTrue(Files.exists(taxonomy), "the corpus is not here");
        JsonNode taxa = new ObjectMapper().readTree(taxonomy.toFile()).at("/runs/0/taxonomies/0/taxa");
        for (JsonNode taxon : taxa) {
            JsonNode properties = taxon.path("properties");
            int cwe = Integer.parseInt(taxon.path("id").asText().substring(4));
            if (properties.path("cwe/status").asText().equals("Deprecated")) {
                assertThat(TABLE.name(cwe)).isEmpty();
            } else {
                assertThat(TABLE.name(cwe))
                        .hasValue(properties.path("cwe/title").asText());
                String parent = properties.path("cwe/parent").asText("");
                assertThat(TABLE.parents(cwe).stream()
                                .map(number -> "CWE-" + number)
                                .toList())
                        .isEqualTo(parent.isEmpty() ? List.of() : List.of(parent.split(",\\s*")));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bandit, B608, 89",
        "Bandit, B101, 703",
        "ESLint, security/detect-child-process, 78",
        "PMD, HardCodedCryptoKey, 321",
        "secretlint, @secretlint/secretlint-rule-aws, 798",
        "gitleaks, anything, 798",
        "ShellCheck, SC2086, 88",
        "gosec 2.1, G201, 89",
    })
    void weaknessesByRule(String tool, String rule, int cwe) {
        assertThat(RuleWeaknesses.of(tool, rule)).containsExactly(new CweClaim(cwe, CweClaim.Basis.RULE));
    }

    @ParameterizedTest
    @CsvSource({"bandit, B999", "pmdx, HardCodedCryptoKey", "other, B608", "ESLint, semi"})
    void whatOurTableDoesNotHaveStaysOpen(String tool, String rule) {
        assertThat(RuleWeaknesses.of(tool, rule)).isEmpty();
    }
}
