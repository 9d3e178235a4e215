package io.jenkins.plugins.compliance.engine.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.Framework;
import io.jenkins.plugins.compliance.engine.policy.Framework.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundled SP 800-53 is NIST's: compared with the OSCAL catalog and profiles of the corpus, read by a parser of another make. */
class Nist80053FrameworkTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static Framework bundled;

    @BeforeAll
    static void load() throws IOException {
        bundled = PolicyPacks.load("bundled:frameworks", Limits.DEFAULTS)
                .orThrow()
                .frameworks()
                .get("nist-800-53-r5");
    }

    @Test
    void idsTitlesAndParentsAreThoseOfTheCatalog() throws IOException {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        for (JsonNode family : nist("catalog-min").path("catalog").path("groups")) {
            String id = upper(family.path("id").asText());
            expected.put(id, List.of(family.path("title").asText(), "", "true"));
            add(family, id, expected);
        }

        Map<String, List<String>> ours = new LinkedHashMap<>();
        for (Requirement each : bundled.requirements()) {
            String parent = each.parent();
            ours.put(each.id(), List.of(each.title(), parent == null ? "" : parent, Boolean.toString(each.group())));
        }
        assertThat(new ArrayList<>(ours.entrySet())).isEqualTo(new ArrayList<>(expected.entrySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"low", "moderate", "high"})
    void baselinesAreThoseOfTheProfiles(String baseline) throws IOException {
        List<String> expected = new ArrayList<>();
        for (JsonNode group :
                nist(upper(baseline) + "-baseline_profile").path("profile").path("imports")) {
            for (JsonNode selected : group.path("include-controls")) {
                selected.path("with-ids").forEach(id -> expected.add(written(id.asText())));
            }
        }
        assertThat(expected).isNotEmpty();
        assertThat(bundled.baseline(baseline).orElseThrow().requirements()).isEqualTo(expected);
    }

    private static void add(JsonNode parent, String parentId, Map<String, List<String>> into) {
        for (JsonNode control : parent.path("controls")) {
            String id = written(control.path("id").asText());
            if (!withdrawn(control)) {
                into.put(id, List.of(control.path("title").asText(), parentId, "false"));
            }
            add(control, id, into);
        }
    }

    private static boolean withdrawn(JsonNode control) {
        for (JsonNode property : control.path("props")) {
            if (property.path("name").asText().equals("status")
                    && property.path("value").asText().equalsIgnoreCase("withdrawn")) {
                return true;
            }
        }
        return false;
    }

    private static String written(String oscal) {
        String[] parts = upper(oscal).split("\\.");
        return parts.length == 1 ? parts[0] : parts[0] + "(" + parts[1] + ")";
    }

    private static String upper(String text) {
        return text.toUpperCase(java.util.Locale.ROOT);
    }

    private static JsonNode nist(String what) throws IOException {
        Path file = Path.of(System.getProperty("compliance.corpus", "absent"))
                .resolve("oscal/NIST_SP-800-53_rev5_" + what + ".json");
        assumeTrue(Files.isRegularFile(file), "NIST's catalog is not here");
        return JSON.readTree(Files.readAllBytes(file));
    }
}
