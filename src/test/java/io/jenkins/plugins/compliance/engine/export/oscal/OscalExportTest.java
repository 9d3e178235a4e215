package io.jenkins.plugins.compliance.engine.export.oscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.export.ExportOptions;
import io.jenkins.plugins.compliance.engine.export.Exports;
import io.jenkins.plugins.compliance.engine.export.FindingsSource;
import io.jenkins.plugins.compliance.engine.export.Portal;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OscalExportTest {
    private static final ExportOptions OPTIONS = ExportOptions.DEFAULTS.withWaivers(Portal.waivers());

    @Test
    void satisfiesTheSchemaOfNist() throws Exception {
        Path schema = Path.of(
                System.getProperty("compliance.corpus", "."), "oscal/schema/oscal_assessment-results_schema.json");
        assumeTrue(Files.exists(schema), "the corpus with NIST's schema is absent");
        for (Assessment each : List.of(Portal.assessment(), withoutAnything())) {
            Validator.Result result = new ValidatorFactory().validate(Files.readString(schema), write(each));
            assertThat(result.getErrors())
                    .extracting(error -> error.getInstanceLocation() + " " + error.getError())
                    .isEmpty();
        }
    }

    @Test
    void statesEachRequirementAsOscalAndAsWeKnowIt() throws Exception {
        JsonNode result = result(Portal.assessment());
        assertThat(result.get("findings")).hasSize(60);
        JsonNode partial = finding(result, "iso-27001-2022", "A.5.9");
        assertThat(partial.at("/target/status/state").asText()).isEqualTo("not-satisfied");
        assertThat(partial.at("/target/status/reason").asText()).isEqualTo("other");
        assertThat(prop(partial, "outcome")).isEqualTo("partial");
        JsonNode satisfied = finding(result, "nist-800-53-r5", "SR-4");
        assertThat(satisfied.at("/target/status/state").asText()).isEqualTo("satisfied");
        assertThat(satisfied.at("/target/target-id").asText()).isEqualTo("sr-4_obj");
        assertThat(finding(result, "nist-800-53-r5", "SA-11(1)")
                        .at("/target/target-id")
                        .asText())
                .isEqualTo("sa-11.1_obj");
    }

    @Test
    void refersOnlyToWhatIsThere() throws Exception {
        JsonNode document =
                new ObjectMapper().readTree(write(Portal.assessment())).get("assessment-results");
        List<String> defined = document.findValuesAsText("uuid");
        assertThat(defined).doesNotHaveDuplicates();
        for (String reference :
                List.of("observation-uuid", "risk-uuid", "actor-uuid", "subject-uuid", "component-uuid")) {
            assertThat(document.findValuesAsText(reference))
                    .as(reference)
                    .isNotEmpty()
                    .allMatch(defined::contains);
        }
        assertThat(document.at("/import-ap/href").asText().substring(1)).isIn(defined);
    }

    @Test
    void namesReportsByTheirPlaceInTheEvidenceFolder() throws Exception {
        assertThat(result(Portal.assessment()).findValuesAsText("href"))
                .contains("./files/spotbugs.sarif")
                .allMatch(href -> href.startsWith("./files/"));
    }

    @Test
    void makesARiskOfWhatIsNotSatisfiedAndSaysWhatRemediesIt() throws Exception {
        JsonNode result = result(Portal.assessment());
        assertThat(result.get("risks")).hasSize(13);
        List<JsonNode> waived = new ArrayList<>();
        result.get("risks").forEach(risk -> {
            assertThat(risk.at("/remediations/0/description").asText()).isNotBlank();
            if (risk.get("status").asText().equals("deviation-approved")) {
                waived.add(risk);
            }
        });
        assertThat(waived).hasSize(2);
        assertThat(waived.get(0).get("deadline").asText()).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(prop(waived.get(0), "waiver-approver")).isEqualTo("Jonas Lindqvist");
    }

    @Test
    void hasTheSameIdsForTheSameContentAlone() throws Exception {
        String first = write(Portal.assessment());
        assertThat(write(Portal.assessment())).isEqualTo(first);
        Assessment portal = Portal.assessment();
        Assessment later = new Assessment(
                portal.asOf().plusSeconds(60),
                portal.policy(),
                portal.job(),
                portal.build(),
                portal.tags(),
                portal.archetypes(),
                portal.procedures(),
                portal.requirements(),
                portal.evidence());
        JsonNode before = new ObjectMapper().readTree(first).get("assessment-results");
        JsonNode after = new ObjectMapper().readTree(write(later)).get("assessment-results");
        assertThat(after.get("uuid")).isNotEqualTo(before.get("uuid"));
        assertThat(after.at("/results/0/observations/3/uuid")).isEqualTo(before.at("/results/0/observations/3/uuid"));
    }

    @Property(tries = 1000)
    void fitsAnyTextIntoTheTypes(@ForAll String text) {
        assertThat(OscalText.token(text)).matches("^(\\p{L}|_)(\\p{L}|\\p{N}|[.\\-_])*$");
        assertThat(OscalText.line(text)).matches("^[^\n]+$");
        String string = OscalText.string(text);
        if (!string.isEmpty()) {
            assertThat(string).matches("^\\S(.*\\S)?$");
        }
        assertThat(java.net.URI.create(OscalText.file(text)).isAbsolute()).isFalse();
    }

    @Test
    void keepsDifferentIdsDifferent() {
        assertThat(OscalText.token("a b")).isNotEqualTo(OscalText.token("a/b")).startsWith("a_b_");
        assertThat(OscalText.control(new RequirementRef("ssdf", "PW.7.2"))).isEqualTo("PW.7.2");
        assertThat(OscalId.of("a", "bc", "d")).isNotEqualTo(OscalId.of("a", "b", "cd"));
        assertThat(java.util.UUID.fromString(OscalId.of("a")).version()).isEqualTo(5);
    }

    private static Assessment withoutAnything() {
        Assessment portal = Portal.assessment();
        return new Assessment(
                portal.asOf(),
                portal.policy(),
                Portal.HOSTILE,
                "",
                portal.tags(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static JsonNode result(Assessment assessment) throws IOException {
        return new ObjectMapper().readTree(write(assessment)).at("/assessment-results/results/0");
    }

    private static JsonNode finding(JsonNode result, String framework, String requirement) {
        for (JsonNode finding : result.get("findings")) {
            if (prop(finding, "framework").equals(framework)
                    && prop(finding, "requirement").equals(requirement)) {
                return finding;
            }
        }
        throw new AssertionError("no finding for " + framework + "/" + requirement);
    }

    private static String prop(JsonNode object, String name) {
        for (JsonNode prop : object.get("props")) {
            if (prop.get("name").asText().equals(name)) {
                return prop.get("value").asText();
            }
        }
        return "";
    }

    private static String write(Assessment assessment) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Exports.byId("oscal", OPTIONS).orElseThrow().write(assessment, FindingsSource.NONE, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
