package io.jenkins.plugins.compliance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {
    private static final String BUNDLED = "bundled:compliance-stages";
    private static final String PACK = """
            schema: 1
            id: acme
            version: '1'
            frameworks: [{id: f, title: F, requirements: [{id: A-1, title: First}, {id: A-2, title: Second}]}]
            archetypes: [{id: web, title: Web, when: kind = web, requires: [f/A-1]}]
            procedures:
              - id: scan
                statement: Scan it.
                role: developer
                phase: build
                satisfies: [{requirement: f/A-1, strength: full}]
                check: {scan: sast, max: {critical: 0, high: 5}, cadence: monthly}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void planSaysWhatIsDemandedAndWhy() throws IOException {
        Path pack = pack("p", PACK);
        assertThat(run("plan", "--policy", pack.toString(), "--tag", "exposure=internet", "--tag", "kind=web"))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines())
                .containsSubsequence(
                        "Tags   exposure=internet, kind=web",
                        "Archetypes",
                        "  web: Web",
                        "      because kind=web",
                        "Phase build",
                        "  developer: scan [scan]",
                        "      Scan it.",
                        "      Seen by: a scan of the category sast ran and counts, with no critical finding and at most 5 high findings",
                        "      Due: every month",
                        "1 procedure for 1 requirement: f 1",
                        "Every requirement is claimed by a procedure.");
    }

    @Test
    void planInJsonNamesUnmappedRequirements() throws IOException {
        Path pack = pack("old", PACK.replace("requires: [f/A-1]", "requires: [f/A-1, f/A-2]"));
        assertThat(run("plan", "--policy", pack.toString(), "--tag", "kind=web", "--json"))
                .isEqualTo(ExitCode.OK);
        JsonNode plan = new ObjectMapper().readTree(out.toString());
        assertThat(plan.at("/unmapped/0").asText()).isEqualTo("f/A-2");
        assertThat(plan.at("/procedures/0/cadence").asText()).isEqualTo("P1M");
        assertThat(plan.at("/requirements/0/claims/0/strength").asText()).isEqualTo("full");
        assertThat(plan.at("/policy/digest").asText()).startsWith("sha256:");
    }

    @Test
    void planForNoArchetypeListsTheArchetypes() throws IOException {
        assertThat(run("plan", "--policy", pack("p", PACK).toString(), "--tag", "kind=toaster"))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("No archetype matches", "web: kind = web");
    }

    @Test
    void mistypedTagsAreFound() throws IOException {
        assertThat(run("plan", "--tag", "kind=web", "--tag", "exposure=internt"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("did you mean internet?");
        assertThat(run("plan", "--tag", "kind=web", "--tag", "zon=dmz")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("Unsaid criticality, data, exposure,");
        assertThat(err.toString()).contains("note: the policy does not look at the tag zon; did you mean zone?");
    }

    @Test
    void wrongTagsAndPacksAreUsageErrors() throws IOException {
        assertThat(run("plan", "--tag", "kind")).isEqualTo(ExitCode.USAGE);
        assertThat(run("plan", "--tag", "kind=a", "--tag", "kind=b")).isEqualTo(ExitCode.USAGE);
        assertThat(run("plan", "--policy", directory.resolve("none").toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run(
                        "plan",
                        "--policy",
                        pack("p", PACK.replace("role: developer", "role: dev")).toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("plan", "--policy-digest", "sha256:" + "0".repeat(64))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains("\"kind\" is not a tag; expected key=value")
                .contains("the tag kind is given twice")
                .contains("none: no such file or directory")
                .contains(":9:11: error: found \"dev\"")
                .contains("expected sha256:0000");
    }

    @Test
    void lintPrintsEveryMistakeAndFailsOnErrorsAlone() throws IOException {
        assertThat(run("policy", "lint", BUNDLED)).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains(BUNDLED + ": no mistakes; ");

        Path warned = pack("w", PACK.replace("requires: [f/A-1]", "requires: [f/A-1, f/A-2]"));
        assertThat(run("policy", "lint", warned.toString())).isEqualTo(ExitCode.OK);
        assertThat(run("policy", "lint", "--strict", warned.toString())).isEqualTo(ExitCode.NOT_SATISFIED);
        assertThat(out.toString()).contains("warning: found that no procedure claims f/A-2", "0 errors, 1 warning");

        Path wrong = pack("e", PACK.replace("strength: full", "strenght: full").replace("scan: sast", "tool: bandti"));
        assertThat(run("policy", "lint", wrong.toString())).isEqualTo(ExitCode.NOT_SATISFIED);
        assertThat(out.toString()).contains("did you mean strength?", "did you mean bandit?");
    }

    @Test
    void lintInJson() throws IOException {
        Path wrong = pack("e", PACK.replace("kind = web", "kind is web"));
        assertThat(run("policy", "lint", "--json", wrong.toString())).isEqualTo(ExitCode.NOT_SATISFIED);
        JsonNode found = new ObjectMapper().readTree(out.toString());
        assertThat(found.at("/0/errors").asInt()).isEqualTo(1);
        assertThat(found.at("/0/problems/0/code").asText()).isEqualTo("selector-syntax");
        assertThat(found.at("/0/problems/0/line").asInt()).isEqualTo(5);
    }

    @Test
    void digestIsOfTheCanonicalForm() throws Exception {
        Path pack = pack("p", PACK);
        assertThat(run("policy", "digest", pack.toString())).isEqualTo(ExitCode.OK);
        String digest = out.toString().substring(0, out.toString().indexOf(' '));
        out.getBuffer().setLength(0);
        assertThat(run("policy", "digest", "--canonical", pack.toString())).isEqualTo(ExitCode.OK);
        byte[] sha = MessageDigest.getInstance("SHA-256").digest(out.toString().getBytes(StandardCharsets.UTF_8));
        assertThat("sha256:" + HexFormat.of().formatHex(sha)).isEqualTo(digest);
    }

    @Test
    void diffSaysForWhomWhatBecomesTighter() throws IOException {
        Path older = pack("old", PACK);
        Path newer = pack(
                "new",
                PACK.replace("high: 5", "high: 0")
                        .replace("monthly", "weekly")
                        .replace("requires: [f/A-1]", "requires: [f/A-1, f/A-2]"));
        assertThat(run("policy", "diff", older.toString(), newer.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("For web (Web)", "demanded from now on: f/A-2", "changed: scan, scan")
                .contains("tighter: it is due every week instead of every month")
                .contains("tighter: no high findings may be there instead of at most 5");

        out.getBuffer().setLength(0);
        assertThat(run("policy", "diff", "--json", newer.toString(), older.toString()))
                .isEqualTo(ExitCode.OK);
        JsonNode diff = new ObjectMapper().readTree(out.toString());
        assertThat(diff.at("/archetypes/0/removedRequirements/0").asText()).isEqualTo("f/A-2");
        assertThat(diff.at("/procedures/0/changes/0/direction").asText()).isEqualTo("looser");
    }

    @Test
    void handbookIsWrittenInTheFormatOfItsName() throws IOException {
        Path html = directory.resolve("handbook.html");
        assertThat(run("policy", "handbook", BUNDLED, "-o", html.toString())).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(html)).startsWith("<!DOCTYPE html>").contains("<h2 id=\"by-role\">");
        out.getBuffer().setLength(0);
        String pack = pack("p", PACK).toString();
        assertThat(run("policy", "handbook", pack, "--role", "developer")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("#### scan");
        out.getBuffer().setLength(0);
        assertThat(run("policy", "handbook", pack, "--role", "risk")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).doesNotContain("#### scan");
        assertThat(run("policy", "handbook", BUNDLED, "--archetype", "nobody")).isEqualTo(ExitCode.USAGE);
    }

    private Path pack(String name, String yaml) throws IOException {
        Path folder = Files.createDirectories(directory.resolve(name));
        Files.writeString(folder.resolve("pack.yaml"), yaml);
        return folder;
    }

    private int run(String... args) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
