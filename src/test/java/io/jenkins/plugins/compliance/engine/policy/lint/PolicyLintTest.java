package io.jenkins.plugins.compliance.engine.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblem;
import io.jenkins.plugins.compliance.engine.policy.pack.PackFolder;
import io.jenkins.plugins.compliance.engine.policy.pack.PolicyPacks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyLintTest {
    @TempDir
    Path dir;

    static List<String> bundled() {
        return PolicyPacks.bundledIds();
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void bundledPacksAreClean(String id) throws IOException {
        assertThat(PolicyLint.lint(PolicyPacks.bundled(id, Limits.DEFAULTS), Vocabulary.CATEGORIES, Limits.DEFAULTS))
                .isEmpty();
    }

    @Test
    void soundPackIsClean() throws IOException {
        assertThat(lint(PackFolder.sound(dir))).isEmpty();
    }

    @Test
    void selectorsThatNeverMatch() throws IOException {
        assertThat(lint(PackFolder.sound(dir)
                        .file("a.yaml", "archetypes: [{id: odd, when: 'a=b, a!=b', requires: [f/A-1]}]\n")
                        .file("b.yaml", PackFolder.PROCEDURE.replace("id: review", "id: again\n    when: '!a, a=b'"))))
                .containsExactly(
                        "a.yaml:1:30 error never-matches: found the selector \"a=b, a!=b\", which no tags can match:"
                                + " the archetype odd can't be reached",
                        "b.yaml:3:11 error never-matches: found the selector \"!a, a=b\", which no tags can match: the"
                                + " procedure again never applies");
    }

    @Test
    void selectorsThatAskForTagsThatNobodyMaySay() throws IOException {
        assertThat(lint(PackFolder.sound(dir)
                        .file("a.yaml", "archetypes: [{id: odd, when: 'kid=web, kind=wbe, team', requires: [f/A-2]}]\n")
                        .file("b.yaml", "tags: [{key: kind, values: {web: Web, library: Library}}, {key: team}]\n")))
                .contains(
                        "a.yaml:1:30 warning unknown-tag: found in the selector of the archetype odd that the policy"
                                + " does not define the tag kid; did you mean kind?",
                        "a.yaml:1:30 warning unknown-tag: found in the selector of the archetype odd that the tag"
                                + " kind=wbe has a value that the policy does not know, expected one of library, web; did"
                                + " you mean web?");
    }

    @Test
    void archetypesThatAddNothing() throws IOException {
        assertThat(lint(PackFolder.sound(dir)
                        .file(
                                "a.yaml",
                                "archetypes:\n"
                                        + "  - {id: internet-web, when: 'kind=web, exposure=internet', requires:"
                                        + " [f/A-1]}\n")
                        .file("b.yaml", "archetypes:\n  - {id: xweb, when: 'kind in (web)', requires: [f/A-1]}\n")
                        .file("c.yaml", "archetypes:\n  - {id: none, requires: []}\n")))
                .containsExactly(
                        "a.yaml:2:10 warning adds-nothing: found the archetype internet-web, which adds nothing:"
                                + " whatever it matches is matched by web, which demands all that it does",
                        "b.yaml:2:10 warning adds-nothing: found the archetype xweb, which adds nothing: whatever it"
                                + " matches is matched by web, which demands all that it does",
                        "c.yaml:2:10 warning demands-nothing: found the archetype none, which demands nothing");
    }

    @Test
    void proceduresThatSatisfyNothing() throws IOException {
        String claim = "    satisfies: [{requirement: f/A-1, strength: full}]\n";
        assertThat(lint(PackFolder.sound(dir)
                        .file(
                                "a.yaml",
                                PackFolder.PROCEDURE.replace("review\n", "p1\n").replace(claim, ""))
                        .file(
                                "b.yaml",
                                PackFolder.PROCEDURE.replace("review\n", "p2\n").replace("f/A-1", "f/A-2"))
                        .file("c.yaml", PackFolder.PROCEDURE.replace("review\n", "p3\n    when: kind=library\n"))))
                .containsExactly(
                        "a.yaml:2:9 error satisfies-nothing: found the procedure p1 without a claim, expected"
                                + " satisfies to name a requirement: it never applies",
                        "b.yaml:2:9 warning satisfies-nothing: found the procedure p2, which claims nothing that an"
                                + " archetype demands, directly or through a crosswalk: it never applies",
                        "c.yaml:2:9 warning never-applies: found the procedure p3, whose selector excludes every"
                                + " archetype that demands what it claims");
    }

    @Test
    void crosswalkMakesAClaimCount() throws IOException {
        assertThat(lint(PackFolder.sound(dir)
                        .file(
                                "a.yaml",
                                PackFolder.PROCEDURE.replace("review\n", "p1\n").replace("f/A-1", "g/B-1"))
                        .file(
                                "b.yaml",
                                "crosswalks: [{id: x, from: g, to: f, mappings: [{from: B-1, to: A-1,"
                                        + " relation: subset}]}]\n")))
                .isEmpty();
    }

    @Test
    void whatOnlySupportsMapsNothing() throws IOException {
        String through = "crosswalks: [{id: x, from: g, to: f, mappings: [{from: B-1, to: A-2, relation: intersects,"
                + " strength: weak}]}]\n";
        PackFolder pack = PackFolder.sound(dir)
                .file("a.yaml", "archetypes:\n  - {id: lib, when: kind=library, requires: [f/A-2]}\n")
                .file("b.yaml", PackFolder.PROCEDURE.replace("review\n", "p1\n").replace("f/A-1", "g/B-1"));

        assertThat(lint(pack.file("x.yaml", through)))
                .containsExactly(
                        "a.yaml:2:10 warning unmapped: found that no procedure claims f/A-2, which the archetype lib"
                                + " demands");
        assertThat(lint(pack.file("x.yaml", through.replace("weak", "moderate"))))
                .isEmpty();
    }

    @Test
    void whatIsEqualAndNotStrong() throws IOException {
        assertThat(lint(PackFolder.sound(dir)
                        .file(
                                "x.yaml",
                                "crosswalks: [{id: x, from: g, to: f, mappings: [{from: B-1, to: [A-1, A-2], relation:"
                                        + " equal, strength: weak}]}]\n")))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).contains("warning strength-gap: found that B-1 and A-"));
    }

    @Test
    void mappingsToNothingOrOfUnknownStrength() throws IOException {
        assertThat(lint(PackFolder.sound(dir)
                        .file(
                                "x.yaml",
                                "crosswalks: [{id: x, from: g, to: f, mappings: [{from: B-1, to: [], relation: equal},"
                                        + " {from: B-1, to: [A-1, A-9], relation: equal, strength: strng}]}]\n")))
                .anySatisfy(problem -> assertThat(problem).contains("error wrong-value: found an empty list"))
                .anySatisfy(problem -> assertThat(problem).contains("x.yaml:1:109 error unknown-requirement"))
                .anySatisfy(problem -> assertThat(problem).contains("error unknown-word: found \"strng\""));
    }

    @Test
    void unmappedRequirements() throws IOException {
        assertThat(lint(PackFolder.sound(dir)
                        .file("a.yaml", "archetypes:\n  - {id: lib, when: kind=library, requires: [f/A-2, g/B-1]}\n")
                        .file("b.yaml", "archetypes:\n  - {id: job, when: kind=job, requires: [f/A-2]}\n")
                        .file(
                                "c.yaml",
                                PackFolder.PROCEDURE
                                        .replace("review\n", "p1\n    when: kind=job\n")
                                        .replace("f/A-1", "f/A-2"))))
                .containsExactly(
                        "a.yaml:2:10 warning unmapped: found that no procedure claims f/A-2, which the archetype lib"
                                + " demands",
                        "a.yaml:2:10 warning unmapped: found that no procedure claims g/B-1, which the archetype lib"
                                + " demands");
    }

    @Test
    void crosswalksThatLeadInACircle() throws IOException {
        String three = PackFolder.FRAMEWORKS
                + "  - {id: h, title: H, requirements: [{id: C-1, title: C}, {id: C-2, title: C2}]}\n";
        assertThat(lint(new PackFolder(dir)
                        .file("pack.yaml", PackFolder.HEADER + three + PackFolder.ARCHETYPE + PackFolder.PROCEDURE)
                        .file("x.yaml", """
                            crosswalks:
                              - {id: x1, from: f, to: g, mappings: [{from: A-1, to: B-1, relation: subset}]}
                              - {id: x2, from: g, to: h, mappings: [{from: B-1, to: C-1, relation: equal}]}
                              - id: x3
                                from: f
                                to: h
                                mappings:
                                  - {from: A-1, to: C-1, relation: superset}
                                  - {from: A-2, to: C-2, relation: subset}
                            """)))
                .singleElement()
                .asString()
                .startsWith("x.yaml:")
                .contains("error crosswalk-cycle")
                .contains("f/A-1 is a subset of g/B-1")
                .contains("h/C-1 is a subset of f/A-1");
    }

    @Test
    void playbooksMissingAndUnused() throws IOException {
        assertThat(lint(PackFolder.sound(dir)
                        .file(
                                "a.yaml",
                                PackFolder.PROCEDURE.replace("review\n", "p1\n    playbook: playbooks/fixx.md\n"))
                        .file("playbooks/fix.md", "# Fix\n")))
                .containsExactly(
                        "a.yaml:3:15 error missing-playbook: found \"playbooks/fixx.md\", expected the path of a"
                                + " Markdown file of the pack below playbooks/",
                        "playbooks/fix.md warning unused-playbook: found a playbook that no procedure names");
    }

    @Test
    void namesThatNothingStandsBehind() throws IOException {
        PackFolder folder = PackFolder.sound(dir)
                .file(
                        "a.yaml",
                        PackFolder.PROCEDURE
                                .replace("review\n", "p1\n")
                                .replace("{approval: {what: review}}", "{scan: sats}"))
                .file(
                        "b.yaml",
                        PackFolder.PROCEDURE
                                .replace("review\n", "p2\n")
                                .replace("{approval: {what: review}}", "{tool: bandi}"))
                .file(
                        "c.yaml",
                        PackFolder.PROCEDURE
                                .replace("review\n", "p3\n")
                                .replace("{approval: {what: review}}", "{report: zapp}"));
        assertThat(lint(folder)).singleElement().asString().contains("unknown-category");
        List<DocumentProblem> all = PolicyLint.lint(
                folder.load(), new Vocabulary(Set.of("sast"), Set.of("bandit"), Set.of("zap")), Limits.DEFAULTS);
        assertThat(all)
                .extracting(each -> each.code() + " " + each.hint())
                .containsExactly(
                        "unknown-category did you mean sast?",
                        "unknown-tool did you mean bandit?",
                        "unknown-format did you mean zap?");
    }

    @Test
    void thresholdsThatForgetTheWorse() throws IOException {
        assertThat(lint(PackFolder.sound(dir)
                        .file(
                                "a.yaml",
                                PackFolder.PROCEDURE
                                        .replace("review\n", "p1\n")
                                        .replace("{approval: {what: review}}", "{scan: sast, max: {high: 0}}"))))
                .containsExactly(
                        "a.yaml:2:9 warning threshold-gap: found that p1 allows 0 high findings and any number of"
                                + " critical ones, expected at most as many of the worse");
    }

    private List<String> licences(String rules) throws IOException {
        PackFolder folder = PackFolder.sound(dir)
                .file(
                        "a.yaml",
                        PackFolder.PROCEDURE
                                .replace("review\n", "p1\n")
                                .replace("{approval: {what: review}}", "{sbom: {" + rules + "}}"));
        return PolicyLint.lint(folder.load(), Vocabulary.CATEGORIES, Limits.DEFAULTS).stream()
                .map(each -> each.toString().replaceFirst("^.*/", ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "denyLicences: [GLP-3.0*]|denies \"GLP-3.0*\"|did you mean GPL-3.0*?",
                "denyLicences: [AGPL-3.0-onyl]|denies \"AGPL-3.0-onyl\"|did you mean AGPL-3.0-only?",
                "denyLicences: [GPL]|denies \"GPL\"|did you mean GPL-*?",
                "denyLicences: [BSD]|denies \"BSD\"|",
                "denyLicences: [Acme-1.0]|denies \"Acme-1.0\"|",
                "denyLicences: ['Acme *']|denies \"Acme *\"|",
                "denyLicences: [GPL-2.0-only WITH Clsspath*]|denies \"GPL-2.0-only WITH Clsspath*\"|",
                "denyLicences: [A*], allowLicences: [Apahce-2.0]|allows \"Apahce-2.0\"|did you mean Apache-2.0?",
            })
    void aPatternThatMatchesNoLicenceIsHardlyMeant(String rules, String what, String hint) throws IOException {
        assertThat(licences(rules + ", unknownLicences: missing"))
                .containsExactly("a.yaml:2:9: warning: found that p1 " + what
                        + ", expected it to match a licence of the SPDX License List, or to be a LicenseRef-"
                        + (hint == null ? "" : " (" + hint + ")") + " [unknown-licence]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "denyLicences: [GPL-3.0*, gpl-2.0, GPL-2.0+, GPL-2.0-with-classpath-exception, '*']",
                "denyLicences: [GPL-2.0-only WITH Classpath-exception-2.0, GPL-* WITH *]",
                "denyLicences: [LicenseRef-acme, LicenseRef-*, 'DocumentRef-x:LicenseRef-y']",
                "denyLicences: [GPLv3+, Acme Commercial Terms of 2019, 'Apache License, Version 2.0']",
            })
    void aPatternThatMatchesALicenceIsFine(String rules) throws IOException {
        assertThat(licences(rules + ", unknownLicences: deny")).isEmpty();
    }

    @Test
    void whoDeniesLicencesSaysWhatAnUnknownOneCountsAs() throws IOException {
        assertThat(licences("denyLicences: [GPL-*]"))
                .containsExactly(
                        "a.yaml:2:9: warning: found that p1 denies licences, expected unknownLicences to say what an"
                                + " unknown one counts as: deny, missing or allow (missing when it is not said)"
                                + " [licence-gap]");
        assertThat(licences("allowLicences: [MIT], unknownLicences: deny"))
                .containsExactly("a.yaml:2:9: warning: found unknownLicences in p1, expected denyLicences beside it: it"
                        + " decides nothing alone [licence-gap]");
        assertThat(licences("allowLicences: [MIT]")).isEmpty();
    }

    @Test
    void togetherOfProceduresThatDoNotClaim() throws IOException {
        assertThat(lint(PackFolder.sound(dir)
                        .file("a.yaml", "together: [{requirement: f/A-2, procedures: [review]}]\n")))
                .containsExactly(
                        "a.yaml:1:26 warning together-unclaimed: found review among the procedures that cover f/A-2"
                                + " together, which it claims neither full nor partial");
    }

    private List<String> lint(PackFolder folder) throws IOException {
        String prefix = dir.toString().replace('\\', '/') + "/";
        return PolicyLint.lint(folder.load(), Vocabulary.CATEGORIES, Limits.DEFAULTS).stream()
                .map(each -> each.at().toString().replace(prefix, "") + " "
                        + each.level().id() + " " + each.code() + ": " + each.message())
                .toList();
    }
}
