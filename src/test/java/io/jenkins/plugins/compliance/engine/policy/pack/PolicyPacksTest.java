package io.jenkins.plugins.compliance.engine.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblem;
import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyPacksTest {
    @TempDir
    Path dir;

    @Test
    void directoryFileAndArchiveAreTheSamePack() throws IOException {
        PackFolder folder = PackFolder.sound(dir.resolve("p"));
        PolicyPack pack = folder.load().orThrow();
        PolicyPack file =
                PolicyPacks.load(dir.resolve("p/pack.yaml"), Limits.DEFAULTS).orThrow();
        PolicyPack zip = PolicyPacks.load(folder.zip(dir.resolve("p.zip"), ""), Limits.DEFAULTS)
                .orThrow();
        PolicyPack nested = PolicyPacks.load(folder.zip(dir.resolve("q.zip"), "acme-main/"), Limits.DEFAULTS)
                .orThrow();

        assertThat(pack.procedures()).hasSize(1);
        assertThat(file).isEqualTo(pack);
        assertThat(zip).isEqualTo(pack);
        assertThat(nested).isEqualTo(pack);
    }

    @Test
    void whatIsAbsentIsSaid() {
        assertThatThrownBy(() -> PolicyPacks.load(dir.resolve("none"), Limits.DEFAULTS))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void directoryWithoutHeaderIsSaid() throws IOException {
        assertThat(new PackFolder(dir.resolve("p"))
                        .file("a.yaml", "procedures: []")
                        .file("b.yaml", "{}")
                        .problems())
                .singleElement()
                .asString()
                .contains("found no pack.yaml, expected one at the top of a policy pack [missing-file]");
    }

    @Test
    void requirementsAreSpelledOut() throws IOException {
        PolicyPack pack = PackFolder.sound(dir).file("more.yaml", """
            archetypes:
              - {id: a, requires: ["f#low"]}
              - {id: b, requires: [f/*]}
              - {id: c, requires: [f/A]}
              - {id: d, requires: [f/A-2(1), g/B-1, f/A-2(1)]}
            """).load().orThrow();
        assertThat(pack.archetypes())
                .extracting(each -> each.id() + each.requires())
                .containsExactly(
                        "a[f/A-1]",
                        "b[f/A-1, f/A-2, f/A-2(1)]",
                        "c[f/A-1, f/A-2, f/A-2(1)]",
                        "d[f/A-2(1), g/B-1]",
                        "web[f/A-1]");
    }

    @Test
    void everyFormOfCheckIsRead() throws IOException {
        PolicyPack pack = PackFolder.sound(dir).file("checks.yaml", """
            procedures:
              - &p
                id: c1
                statement: Do.
                role: security
                phase: test
                satisfies: [{requirement: f/A-1, strength: supports}]
                check: {scan: sast, max: {critical: 0, high: 2}, maxCwe: {89: 0, CWE-79: 1}, newOnly: true, cadence: every 90 days}
              - {id: c2, statement: D, role: risk, phase: release, check: {tool: bandit}}
              - {id: c3, statement: D, role: risk, phase: release, check: {report: zap, max: {high: 0}, cadence: P1M}}
              - {id: c9, statement: D, role: risk, phase: release, check: {report: security-txt, with: [openpgp-key], validFor: P30D}}
              - {id: c4, statement: D, role: risk, phase: release, check: {sbom: {minComponents: 2, complete: [purl, licence], denyLicences: [A], allowLicences: [B], unknownLicences: deny, denyComponents: ["pkg:x/*"]}, cadence: weekly}}
              - {id: c5, statement: D, role: risk, phase: release, check: {test: {suite: "*", name: "*Security*", minCases: 3, maxFailed: 1, maxSkipped: 0}}}
              - {id: c6, statement: D, role: risk, phase: release, check: {attestation: {type: pen-test, issuers: [x], maxAge: P1Y}}}
              - {id: c7, statement: D, role: risk, phase: release, check: {approval: {what: release, approvers: [a, b], minApprovers: 2}, cadence: once}}
              - {id: c8, statement: D, role: risk, phase: release, check: {pipeline: {fact: agent.on-controller, allowed: ["false"]}}}
              - {id: c10, statement: D, role: risk, phase: release, check: {pipeline: {fact: a, allowed: [b], orAttested: {type: a, maxAge: P30D}}}}
            """).load().orThrow();
        assertThat(checks(pack))
                .containsExactly(
                        "c1 Scan[category=sast, tool=null, thresholds=Thresholds[max={CRITICAL=0, HIGH=2},"
                                + " maxCwe={79=1, 89=0}, newOnly=true]] every 90 days",
                        "c10 PipelineFact[fact=a, allowed=[b], orAttested=Attestation[type=a, issuers=[],"
                                + " maxAge=P30D]] every-build",
                        "c2 Scan[category=null, tool=bandit, thresholds=Thresholds[max={}, maxCwe={}, newOnly=false]]"
                                + " every-build",
                        "c3 Report[format=zap, with=[], validFor=null, thresholds=Thresholds[max={HIGH=0}, maxCwe={},"
                                + " newOnly=false]] P1M",
                        "c4 Sbom[minComponents=2, complete=[PURL, LICENCE], denyLicences=[A], allowLicences=[B],"
                                + " unknownLicences=DENY, denyComponents=[pkg:x/*]] weekly",
                        "c5 Test[suite=null, name=*Security*, minCases=3, maxFailed=1, maxSkipped=0] every-build",
                        "c6 Attestation[type=pen-test, issuers=[x], maxAge=P1Y] once",
                        "c7 Approval[what=release, approvers=[a, b], minApprovers=2] once",
                        "c8 PipelineFact[fact=agent.on-controller, allowed=[false], orAttested=null] every-build",
                        "c9 Report[format=security-txt, with=[openpgp-key], validFor=P30D,"
                                + " thresholds=Thresholds[max={}, maxCwe={}, newOnly=false]] every-build");
    }

    private static List<String> checks(PolicyPack pack) {
        return pack.procedures().stream()
                .filter(each -> each.id().startsWith("c"))
                .map(each -> each.id() + " " + each.check() + " " + each.cadence())
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kind = web|kind is web|pack.yaml:20:21: error: found \"is\", expected =, ==, !=, in (...), notin"
                        + " (...) or a comma after the tag kind (character 6 of \"kind is web\") [selector-syntax]",
                "requires: [f/A-1]|requires: [f/A-9]|pack.yaml:20:44: error: found \"A-9\", expected the id of a"
                        + " requirement of f (did you mean A-1?) [unknown-requirement]",
                "requires: [f/A-1]|requires: [\"f#lw\"]|pack.yaml:20:44: error: found \"lw\", expected the id of a"
                        + " baseline of f (did you mean low?) [unknown-baseline]",
                "requires: [f/A-1]|requires: [x/A-1]|pack.yaml:20:44: error: found \"x\", expected the id of a"
                        + " framework of this pack (did you mean f?) [unknown-framework]",
                "requires: [f/A-1]|requires: [A-1]|pack.yaml:20:44: error: found \"A-1\", expected"
                        + " framework/requirement, as in nist-800-53-r5/SI-10 [wrong-value]",
                "requires: [f/A-1]|require: [f/A-1]|pack.yaml:20:5: error: found no requires, expected the archetype"
                        + " to have one [missing-key]",
                "role: developer|role: developper|pack.yaml:24:11: error: found \"developper\", expected one of"
                        + " developer, operations, security, risk, compliance (did you mean developer?) [unknown-word]",
                "strength: full|strength: all|pack.yaml:26:48: error: found \"all\", expected one of full, partial,"
                        + " supports [unknown-word]",
                "statement: Review|statment: Review|pack.yaml:23:5: error: found the key \"statment\", expected a key"
                        + " of the procedure: id, check, title, statement, why, role, phase, when, satisfies, effort,"
                        + " example, avoid, playbook, sources (did you mean statement?) [unknown-key]",
                "{what: review}}|{what: review}, cadence: dayly}|pack.yaml:27:48: error: found \"dayly\", expected"
                        + " every-build, daily, weekly, monthly, quarterly, yearly, once, \"every N days\" (weeks, months,"
                        + " years) or an ISO 8601 period such as P90D (did you mean daily?) [cadence-syntax]",
                "{approval: {what: review}}|{approval: {what: review}, scan: sast}|pack.yaml:27:12: error: found scan"
                        + " and approval, expected exactly one of scan, tool, report, sbom, test, attestation, approval,"
                        + " pipeline [wrong-value]",
                "{approval: {what: review}}|{scan: sast, max: {hi: 0}}|pack.yaml:27:31: error: found \"hi\", expected"
                        + " a severity: critical, high, medium, low, info [unknown-word]",
                "{approval: {what: review}}|{scan: sast, max: {high: -1}}|pack.yaml:27:37: error: found \"-1\","
                        + " expected high to be a whole number from 0 to 2147483647 [wrong-value]",
                "{approval: {what: review}}|{pipeline: {fact: x}}|pack.yaml:27:23: error: found no value, expected"
                        + " allowed to list the values that satisfy [missing-key]",
                "f/A-1, strength|f/A, strength|pack.yaml:26:31: error: found f/A, which is a heading; expected one of"
                        + " the requirements under it [group-claimed]",
                "parent: A-2}|parent: A-22}|pack.yaml:11:55: error: found \"A-22\", expected the id of a requirement"
                        + " of this framework as parent (did you mean A-2?) [unknown-requirement]",
                "id: review|id: Review|pack.yaml:22:9: error: found the id \"Review\", expected 1 to 100 lower-case"
                        + " letters, digits, hyphens and dots, beginning and ending with a letter or digit [wrong-value]",
                "statement: Review it.|statement: \"a\\eb\"|pack.yaml:23:16: error: found control characters in"
                        + " statement, expected plain text [wrong-value]",
                "schema: 1|schema: 2|pack.yaml:1:9: error: found schema 2, expected schema: 1 [wrong-schema]",
            })
    void mistakesAreReportedWithPlaceExpectationAndNearestName(String right, String wrong, String problem)
            throws IOException {
        String text = PackFolder.HEADER + PackFolder.FRAMEWORKS + PackFolder.ARCHETYPE + PackFolder.PROCEDURE;
        assertThat(text).contains(right);
        List<String> problems = new PackFolder(dir)
                .file("pack.yaml", text.replace(right, wrong))
                .problems();
        assertThat(problems).contains(problem);
    }

    @Test
    void allMistakesAreFoundInOneReading() throws IOException {
        LoadResult result = PackFolder.sound(dir)
                .file("a.yaml", "procedures:\n  - {id: review, role: dev, phase: code}\n")
                .file("b.yaml", "archetypes: {}\nproceduers: []\n")
                .file("c.yaml", "together: [{requirement: f/A-1, procedures: [revew]}]\n")
                .file("d.yaml", "a: [\n")
                .file("e.json", "{\"weaknesses\": [{\"cwe\": \"x\", \"requirement\": \"f/A-7\"}]}")
                .load();
        assertThat(result.pack()).isEmpty();
        assertThat(result.problems())
                .extracting(DocumentProblem::code)
                .containsExactlyInAnyOrder(
                        "missing-key",
                        "missing-key",
                        "unknown-word",
                        "duplicate-id",
                        "wrong-type",
                        "unknown-key",
                        "unknown-procedure",
                        "syntax",
                        "wrong-value");
        assertThatThrownBy(result::orThrow)
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("did you mean procedures?")
                .hasMessageContaining("did you mean review?");
    }

    @Test
    void duplicateIdsNameBothPlaces() throws IOException {
        assertThat(PackFolder.sound(dir).file("more.yaml", PackFolder.PROCEDURE).problems())
                .singleElement()
                .asString()
                .startsWith("pack.yaml:22:9: error: found the procedure \"review\" again")
                .endsWith("more.yaml:2:9 [duplicate-id]");
    }

    @Test
    void usedPacksAddTheirContent() throws IOException {
        PackFolder.sound(dir.resolve("base"));
        PackFolder top = new PackFolder(dir.resolve("top"))
                .file("pack.yaml", "schema: 1\nid: top\nversion: 1.10\nuses: [../base]\n")
                .file("more.yaml", "archetypes: [{id: more, requires: [f/A-2]}]\n");
        PolicyPack pack = top.load().orThrow();
        assertThat(pack.version()).isEqualTo("1.10");
        assertThat(pack.archetypes()).extracting(Archetype::id).containsExactly("more", "web");
        assertThat(pack.procedures()).hasSize(1);
    }

    @Test
    void sameIdInAUsedPackIsAMistakeUnlessItIsOverridden() throws IOException {
        PackFolder.sound(dir.resolve("base"));
        String header = "schema: 1\nid: top\nversion: '1'\nuses: [../base]\n";
        String mine = PackFolder.PROCEDURE.replace("Review it.", "Review it twice.");
        PackFolder top =
                new PackFolder(dir.resolve("top")).file("pack.yaml", header).file("mine.yaml", mine);
        assertThat(top.problems()).singleElement().asString().contains("[duplicate-id]");

        top.file("pack.yaml", header + "overrides: [review]\n");
        assertThat(top.load().orThrow().procedures())
                .extracting(Procedure::statement)
                .containsExactly("Review it twice.");

        top.file("pack.yaml", header + "overrides: [review, revew]\n");
        assertThat(top.problems())
                .singleElement()
                .asString()
                .contains("expected the id of a procedure of this pack (did you mean review?) [unknown-procedure]");
    }

    @Test
    void packUsedTwiceIsAddedOnceAndCirclesAreRefused() throws IOException {
        PackFolder.sound(dir.resolve("base"));
        for (String each : List.of("left", "right")) {
            new PackFolder(dir.resolve(each))
                    .file("pack.yaml", "schema: 1\nid: " + each + "\nversion: '1'\nuses: [../base]\n")
                    .file("none.yaml", "procedures: []\n");
        }
        PackFolder top = new PackFolder(dir.resolve("top"))
                .file("pack.yaml", "schema: 1\nid: top\nversion: '1'\nuses: [../left, ../right]\n")
                .file("none.yaml", "procedures: []\n");
        assertThat(top.load().orThrow().procedures()).hasSize(1);

        new PackFolder(dir.resolve("base")).file("pack.yaml", PackFolder.HEADER + "uses: [../top]\n");
        assertThat(top.problems()).anySatisfy(each -> assertThat(each).contains("[uses-cycle]"));
    }

    @Test
    void bundledPackCanBeBuiltOn() throws IOException {
        PolicyPack pack = new PackFolder(dir)
                .file("pack.yaml", "schema: 1\nid: top\nversion: '1'\nuses: ['bundled:compliance-stages']\n")
                .file("own.yaml", "archetypes: [{id: own, when: team = a, requires: ['nist-800-53-r5/*']}]\n")
                .load()
                .orThrow();
        assertThat(pack.id()).isEqualTo("top");
        assertThat(pack.frameworks()).containsKey("nist-800-53-r5");
        assertThat(pack.archetypes()).extracting(Archetype::id).contains("own").hasSizeGreaterThan(1);
        assertThat(new PackFolder(dir)
                        .file("pack.yaml", PackFolder.HEADER + "uses: ['bundled:complaince-stages']")
                        .problems())
                .anySatisfy(each -> assertThat(each).contains("did you mean compliance-stages?"));
    }

    @Test
    void usedPathsStayBesideThePack() throws IOException {
        PackFolder.sound(dir.resolve("far"));
        PackFolder top = new PackFolder(dir.resolve("a/top"))
                .file("pack.yaml", PackFolder.HEADER + "uses: [../../far, /etc, ..]\n")
                .file("none.yaml", "procedures: []\n");
        assertThat(top.problems())
                .hasSize(3)
                .allSatisfy(each -> assertThat(each).contains("[missing-file]"));
    }

    @Test
    void linksOutOfThePackAreRefused() throws IOException {
        Path secret = Files.writeString(dir.resolve("secret.yaml"), "password: x\n");
        PackFolder folder = PackFolder.sound(dir.resolve("p"));
        Files.createSymbolicLink(dir.resolve("p/more.yaml"), secret);
        Files.createSymbolicLink(dir.resolve("p/within.yml"), dir.resolve("p/pack.yaml"));
        List<String> problems = folder.problems();
        assertThat(problems)
                .anySatisfy(each -> assertThat(each)
                        .contains("more.yaml: error: the file is not read: it is a symbolic link that leads out"));
        assertThat(problems.toString()).doesNotContain("password");
    }

    @Test
    void archivesThatSlipOrBurstAreRefused() throws IOException {
        Path slip = new PackFolder(dir.resolve("p")).file("pack.yaml", "{}").zip(dir.resolve("slip.zip"), "../");
        assertThatThrownBy(() -> PolicyPacks.load(slip, Limits.DEFAULTS))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("its name has an empty part, . or ..");

        Path bomb = new PackFolder(dir.resolve("q"))
                .file("pack.yaml", "# " + " ".repeat(5_000_000))
                .zip(dir.resolve("bomb.zip"), "");
        assertThat(PolicyPacks.load(bomb, Limits.DEFAULTS).problems())
                .anySatisfy(each -> assertThat(each.message()).isEqualTo("over the limit archiveRatio of 200"));

        Path notZip = Files.write(dir.resolve("cut.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThatThrownBy(() -> PolicyPacks.load(notZip, Limits.DEFAULTS)).hasMessageContaining("not a zip archive");
    }

    @Test
    void limitsAreNamedAndTheRestIsStillRead() throws IOException {
        PackFolder folder = PackFolder.sound(dir).file("bomb.yaml", "a: &a [x]\nb: [" + "*a, ".repeat(101) + "x]\n");
        LoadResult result = folder.load();
        assertThat(result.pack()).isEmpty();
        assertThat(result.problems()).singleElement().satisfies(each -> {
            assertThat(each.message()).isEqualTo("over the limit yamlAliases of 100");
            assertThat(each.at().line()).isEqualTo(2);
        });
        assertThat(PolicyPacks.load(dir, Limits.DEFAULTS.withPolicy(1_000_000, 1000, 1, 1))
                        .problems())
                .anySatisfy(each -> assertThat(each.message()).isEqualTo("over the limit policyFiles of 1"));
        assertThat(PolicyPacks.load(dir, Limits.DEFAULTS.withPolicy(500, 1000, 9, 1))
                        .problems())
                .anySatisfy(each -> assertThat(each.message()).isEqualTo("over the limit policyBytes of 500"));
    }
}
