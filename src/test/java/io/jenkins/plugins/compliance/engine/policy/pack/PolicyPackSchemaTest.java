package io.jenkins.plugins.compliance.engine.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import io.jenkins.plugins.compliance.engine.policy.Check;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The published schema takes what the loader takes, and refuses the mistakes that a schema can see. */
class PolicyPackSchemaTest {
    private static final String SOUND =
            PackFolder.HEADER + PackFolder.FRAMEWORKS + PackFolder.ARCHETYPE + PackFolder.PROCEDURE;

    static Stream<String> bundledFiles() throws Exception {
        URI index = PolicyPackSchemaTest.class
                .getResource("/io/jenkins/plugins/compliance/engine/policy/packs/index")
                .toURI();
        try (Stream<Path> files = Files.walk(Path.of(index).getParent())) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.toString().contains("catalogs"))
                    .map(Path::toString)
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundledFiles")
    void bundledPacksValidate(String file) throws IOException {
        assertThat(errors(Files.readString(Path.of(file)))).isEmpty();
    }

    @Test
    void soundPackValidates() throws IOException {
        assertThat(errors(SOUND)).isEmpty();
    }

    @Test
    void schemaHasEveryKindOfCheckAndNoOther() throws IOException {
        List<String> keys = new ArrayList<>();
        new ObjectMapper()
                .readTree(Files.readString(schema()))
                .at("/$defs/check/oneOf")
                .forEach(form -> keys.add(form.at("/required/0").asText()));
        assertThat(keys)
                .containsExactlyElementsOf(Arrays.stream(Check.Kind.values())
                        .flatMap(kind -> kind.keys().stream())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schema: 1|schema: 2",
                "id: acme|id: Acme",
                "procedures:|procedurs:",
                "role: developer|role: dev",
                "phase: code|phase: coding",
                "strength: full|strength: all",
                "requirement: f/A-1|requirement: A-1",
                "requires: [f/A-1]|requires: [A-1]",
                "requires: [f/A-1]|require: [f/A-1]",
                "statement: Review it.|stmt: Review it.",
                "{approval: {what: review}}|{approval: {what: review}, scan: sast}",
                "{approval: {what: review}}|{}",
                "{approval: {what: review}}|{scan: sast, max: {hi: 0}}",
                "{approval: {what: review}}|{scan: sast, max: {high: -1}}",
                "{approval: {what: review}}|{scan: sast, maxCwe: {CWE: 1}}",
                "{approval: {what: review}}|{scan: sast, cadence: dayly}",
                "{approval: {what: review}}|{attestation: {type: a, maxAge: one year}}",
                "{approval: {what: review}}|{approval: {what: review, minApprovers: 0}}",
                "{approval: {what: review}}|{pipeline: {fact: x, allowed: []}}",
                "{approval: {what: review}}|{sbom: {complete: [colour]}}",
                "{approval: {what: review}}|{sbom: {unknownLicences: ignore}}",
                "group: true|group: perhaps",
            })
    void whatTheSchemaRefusesTheLoaderRefusesToo(String replacement) throws IOException {
        int bar = replacement.indexOf('|');
        assertThat(SOUND).contains(replacement.substring(0, bar));
        String broken = SOUND.replace(replacement.substring(0, bar), replacement.substring(bar + 1));
        assertThat(errors(broken)).isNotEmpty();
        Path folder = Files.createTempDirectory("pack");
        assertThat(new PackFolder(folder).file("pack.yaml", broken).load().pack())
                .isEmpty();
        Files.delete(folder.resolve("pack.yaml"));
        Files.delete(folder);
    }

    private static List<dev.harrel.jsonschema.Error> errors(String yaml) throws IOException {
        LoaderOptions options = new LoaderOptions();
        DumperOptions dumper = new DumperOptions();
        Object content = new Yaml(
                        new SafeConstructor(options), new Representer(dumper), dumper, options, new CoreResolver())
                .load(yaml);
        String json = new ObjectMapper().writeValueAsString(content);
        Validator.Result result = new ValidatorFactory().validate(Files.readString(schema()), json);
        return result.getErrors();
    }

    private static Path schema() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path schema = folder.resolve("docs/policy-pack.schema.json");
            if (Files.exists(schema)) {
                return schema;
            }
        }
        return fail("docs/policy-pack.schema.json is not above the working directory");
    }

    /** As the format has it, a day is text. */
    private static final class CoreResolver extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, BOOL, "tTfF");
            addImplicitResolver(Tag.INT, INT, "-+0123456789");
            addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
        }
    }
}
