package io.jenkins.plugins.compliance.engine.policy.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.policy.pack.PackFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDiffTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{scan: sast}|{scan: sast, max: {high: 0}}|tighter no high findings may be there instead of any number"
                        + " of",
                "{scan: sast, max: {high: 2}}|{scan: sast, max: {high: 5}}|looser at most 5 high findings may be there"
                        + " instead of at most 2",
                "{scan: sast, maxCwe: {89: 0}}|{scan: sast}|looser any number of findings of CWE-89 may be there"
                        + " instead of no",
                "{scan: sast}|{scan: sast, newOnly: true}|looser new findings alone count",
                "{scan: sast}|{scan: sca}|other the scan category is sca instead of sast",
                "{scan: sast, cadence: monthly}|{scan: sast, cadence: every 2 weeks}|tighter it is due every 2 weeks"
                        + " instead of every month",
                "{scan: sast, cadence: every-build}|{scan: sast, cadence: daily}|looser it is due every day instead of"
                        + " with every build",
                "{scan: sast, cadence: once}|{scan: sast, cadence: yearly}|tighter it is due every year instead of"
                        + " once",
                "{sbom: {minComponents: 1}}|{sbom: {minComponents: 5}}|tighter at least 5 components instead of 1",
                "{sbom: {denyLicences: [A]}}|{sbom: {denyLicences: []}}|looser no longer licence denied: A",
                "{sbom: {allowLicences: []}}|{sbom: {allowLicences: [A]}}|tighter the licence must be A",
                "{sbom: {allowLicences: [A]}}|{sbom: {allowLicences: [A, B]}}|looser the licence may be B",
                "{sbom: {denyLicences: [A]}}|{sbom: {denyLicences: [A], unknownLicences: deny}}|tighter an unknown"
                        + " licence counts as denied instead of as missing",
                "{sbom: {denyLicences: [A], unknownLicences: missing}}|{sbom: {denyLicences: [A], unknownLicences:"
                        + " allow}}|looser an unknown licence counts as allowed instead of as missing",
                "{sbom: {complete: [purl]}}|{sbom: {complete: [purl, hash]}}|tighter must be stated: hash",
                "{test: {maxFailed: 0}}|{test: {maxFailed: 1}}|looser at most 1 failed tests may be there instead of"
                        + " no",
                "{test: {}}|{test: {maxSkipped: 0}}|tighter no skipped tests may be there instead of any number of",
                "{test: {}}|{test: {name: '*Security*'}}|other the pattern of tests is *Security* instead of any",
                "{attestation: {type: a, maxAge: P1Y}}|{attestation: {type: a, maxAge: P6M}}|tighter it may be 6"
                        + " months old instead of 1 year",
                "{attestation: {type: a, issuers: [x]}}|{attestation: {type: a}}|looser any issuer will do",
                "{approval: {what: r}}|{approval: {what: r, minApprovers: 2}}|tighter at least 2 approvers instead of"
                        + " 1",
                "{pipeline: {fact: a, allowed: [x, y]}}|{pipeline: {fact: a, allowed: [x]}}|tighter the value of a may"
                        + " no longer be y",
                "{pipeline: {fact: a, allowed: [x]}}|{pipeline: {fact: a, allowed: [x], orAttested: {type: a}}}|looser"
                        + " where nobody observed it, the attestation a will do",
                "{pipeline: {fact: a, allowed: [x], orAttested: {type: a}}}|{pipeline: {fact: a, allowed:"
                        + " [x]}}|tighter the attestation a will no longer do",
                "{pipeline: {fact: a, allowed: [x], orAttested: {type: a}}}|{pipeline: {fact: a, allowed: [x],"
                        + " orAttested: {type: a, maxAge: P1M}}}|tighter it may be 1 month old instead of of any age",
                "{scan: sast}|{report: zap}|other it is checked otherwise: a complete report in the format zap was"
                        + " recorded; what it finds is recorded instead of: a scan of the category sast ran and counts;"
                        + " what it finds is recorded",
            })
    void changesOfChecksSayWhichWayTheyGo(String was, String is, String change) throws IOException {
        String with = "{approval: {what: review}}";
        assertThat(changes(PackFolder.PROCEDURE.replace(with, was), PackFolder.PROCEDURE.replace(with, is)))
                .containsExactly(change);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "role: developer|role: security|other the role is security instead of developer",
                "Review it.|Read it.|other the statement is now: Read it.",
                "strength: full|strength: partial|other it claims f/A-1 partial instead of full",
                "f/A-1|f/A-2|other it claims f/A-2 (full);other it no longer claims f/A-1",
                "phase: code|when: kind=web, a=b~    phase: code|looser it applies to \"a=b, kind=web\" alone",
            })
    void otherChangesAreNamed(String was, String is, String change) throws IOException {
        assertThat(changes(PackFolder.PROCEDURE, PackFolder.PROCEDURE.replace(was, is.replace("~", "\n"))))
                .containsExactly(change.split(";"));
    }

    @Test
    void spellingIsNoChange() throws IOException {
        PolicyPack one = pack("a", PackFolder.ARCHETYPE, PackFolder.PROCEDURE);
        PolicyPack two = pack(
                "b", PackFolder.ARCHETYPE.replace("kind = web", "'kind in (web)'"), "# same\n" + PackFolder.PROCEDURE);
        assertThat(PolicyDiff.of(one, two).isEmpty()).isTrue();
    }

    @Test
    void changesAreToldByArchetype() throws IOException {
        PolicyPack older = pack(
                "a",
                PackFolder.ARCHETYPE
                        + "  - {id: gone, requires: [f/A-1]}\n  - {id: same, when: kind=x, requires: [f/A-2]}\n",
                PackFolder.PROCEDURE);
        PolicyPack newer = pack(
                "b",
                PackFolder.ARCHETYPE.replace("kind = web", "kind != x").replace("[f/A-1]", "[f/A-2]")
                        + "  - {id: new, requires: [f/A-1]}\n  - {id: same, when: kind=x, requires: [f/A-2]}\n",
                PackFolder.PROCEDURE.replace("Review it.", "Read it."));
        List<PolicyDiff.ArchetypeChange> changes = PolicyDiff.of(older, newer).archetypes();

        assertThat(changes)
                .extracting(each -> each.id() + " " + each.fate().id())
                .containsExactly("gone removed", "new added", "web changed");
        PolicyDiff.ArchetypeChange web = changes.get(2);
        assertThat(web.selector()).isEqualTo("it was chosen by \"kind=web\" and is chosen by \"kind!=x\"");
        assertThat(web.addedRequirements()).containsExactly(RequirementRef.parse("f/A-2"));
        assertThat(web.removedRequirements()).containsExactly(RequirementRef.parse("f/A-1"));
        assertThat(web.removedProcedures()).containsExactly("review");
        assertThat(changes.get(1).addedProcedures()).containsExactly("review");
    }

    private List<String> changes(String was, String is) throws IOException {
        PolicyDiff diff = PolicyDiff.of(pack("a", PackFolder.ARCHETYPE, was), pack("b", PackFolder.ARCHETYPE, is));
        return diff.procedures().get(0).changes().stream()
                .map(each -> each.direction().id() + " " + each.words())
                .toList();
    }

    private PolicyPack pack(String name, String archetypes, String procedures) throws IOException {
        return new PackFolder(dir.resolve(name))
                .file("pack.yaml", PackFolder.HEADER + PackFolder.FRAMEWORKS + archetypes + procedures)
                .load()
                .orThrow();
    }
}
