package io.jenkins.plugins.compliance.engine.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Framework;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Claim;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Phase;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Role;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Strength;
import io.jenkins.plugins.compliance.engine.policy.demand.Demands;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.lint.PolicyLint;
import io.jenkins.plugins.compliance.engine.policy.lint.Vocabulary;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import io.jenkins.plugins.compliance.engine.scan.ToolPresets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the bundled pack promises: enough of it, nothing dangling, and an answer for each requirement it must answer for. */
class BundledProceduresTest {
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?](?:\\s|$)");
    private static final Set<String> FAMILIES = Set.of("SA", "SI", "RA", "SR", "CM", "CA");

    private static LoadResult result;
    private static PolicyPack pack;

    @BeforeAll
    static void load() throws IOException {
        result = PolicyPacks.load("bundled:compliance-stages", Limits.DEFAULTS);
        pack = result.orThrow();
    }

    @Test
    void holdsEnough() {
        assertThat(pack.procedures()).hasSizeGreaterThanOrEqualTo(120);
        assertThat(pack.procedures().stream().filter(each -> seenByMachine(each.check())))
                .hasSizeGreaterThanOrEqualTo(60);
        assertThat(pack.archetypes()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(pack.playbooks()).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void hasWorkForEachRoleInEachPhase() {
        assertThat(pack.procedures().stream().map(Procedure::role).distinct()).containsExactlyInAnyOrder(Role.values());
        assertThat(pack.procedures().stream().map(Procedure::phase).distinct())
                .containsExactlyInAnyOrder(Phase.values());
    }

    @Test
    void lintFindsNothing() {
        Set<String> categories = new TreeSet<>(Vocabulary.CATEGORIES.categories());
        Set<String> tools = new TreeSet<>();
        ToolPresets.all().tools().forEach(tool -> {
            categories.add(tool.category());
            tools.add(tool.id());
        });
        Set<String> formats = new TreeSet<>();
        ReportReaders.standard().all().forEach(reader -> formats.add(reader.format()));
        assertThat(PolicyLint.lint(result, new Vocabulary(categories, tools, formats), Limits.DEFAULTS))
                .isEmpty();
    }

    @Test
    void proceduresSayWhatWhyAndHow() {
        assertThat(pack.procedures()).allSatisfy(each -> {
            assertThat(sentences(each.statement()))
                    .as("sentences of %s", each.id())
                    .isBetween(1L, 2L);
            assertThat(each.why()).as("why of %s", each.id()).isNotBlank();
            assertThat(each.title()).as("title of %s", each.id()).isNotEqualTo(each.id());
            assertThat(each.guidance().effort()).as("effort of %s", each.id()).isNotBlank();
            assertThat(each.guidance().example() != null || each.guidance().avoid() != null)
                    .as("example or what to avoid of %s", each.id())
                    .isTrue();
            assertThat(each.guidance().sources()).as("sources of %s", each.id()).isNotEmpty();
        });
    }

    @Test
    void noTwoProceduresSayTheSame() {
        assertThat(pack.procedures().stream().map(Procedure::title)).doesNotHaveDuplicates();
        assertThat(pack.procedures().stream().map(Procedure::statement)).doesNotHaveDuplicates();
    }

    @Test
    void attestationsGetOld() {
        assertThat(pack.procedures())
                .filteredOn(
                        each -> each.check() instanceof Check.Attestation attestation && attestation.maxAge() == null)
                .filteredOn(each -> each.cadence() instanceof Cadence.Once)
                .extracting(Procedure::id)
                .containsExactly("security-requirements-agreed");
    }

    @Test
    void playbooksAreUsedAndWhole() {
        Set<String> named = pack.procedures().stream()
                .map(each -> each.guidance().playbook())
                .filter(each -> each != null)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(pack.playbooks().keySet());
        assertThat(pack.playbooks())
                .allSatisfy((path, text) -> assertThat(text)
                        .as(path)
                        .contains("## First hour", "## First day", "## First week")
                        .contains("## How to know that it is over", "## What closes it"));
    }

    @Test
    void archetypesDemandDifferentThings() {
        PolicyIndex index = PolicyIndex.of(pack);
        Demands shop = index.demands(Tags.of(Map.of("exposure", "internet", "kind", "web", "data", "payment")));
        Demands library = index.demands(Tags.of(Map.of("kind", "library", "language", "java")));
        Demands firmware = index.demands(Tags.of(Map.of("kind", "firmware", "language", "c", "market", "eu")));
        assertThat(shop.procedures())
                .contains("pen-test-yearly", "payment-pages-watched", "breach-reported-in-72-hours")
                .doesNotContain("updates-tested-on-devices", "memory-safe-code", "java-read-for-bugs");
        assertThat(library.procedures())
                .contains("java-read-for-bugs", "artifacts-signed", "security-fixes-come-alone")
                .doesNotContain("pen-test-yearly", "payment-pages-watched", "release-approved", "zones-drawn");
        assertThat(firmware.procedures())
                .contains("updates-tested-on-devices", "memory-safe-code", "product-risks-assessed")
                .doesNotContain("payment-pages-watched", "breach-reported-in-72-hours", "java-read-for-bugs");
        assertThat(onlyIn(shop, library)).hasSizeGreaterThan(30);
        assertThat(onlyIn(library, shop)).hasSizeGreaterThan(3);
        assertThat(onlyIn(firmware, library)).hasSizeGreaterThan(10);
    }

    @Test
    void everyKindOfApplicationMeetsTheCommonDemands() {
        PolicyIndex index = PolicyIndex.of(pack);
        Archetype common = pack.archetypes().stream()
                .filter(each -> each.id().equals("every-application"))
                .findFirst()
                .orElseThrow();
        List<String> kinds = common.when().terms().get(0).values();
        assertThat(kinds)
                .hasSizeGreaterThan(12)
                .allSatisfy(kind -> assertThat(
                                index.demands(Tags.of(Map.of("kind", kind))).procedures())
                        .contains("builds-off-the-controller", "secrets-never-in-source", "sbom-every-build"));
        assertThat(pack.archetypes().stream()
                        .flatMap(each -> each.when().terms().stream())
                        .filter(term -> term.key().equals("kind"))
                        .flatMap(term -> term.values().stream()))
                .isSubsetOf(kinds);
    }

    @Test
    void requirementsAreClaimedOrListedAsNoMatterOfDevelopment() throws IOException {
        Set<String> claimed = new TreeSet<>();
        for (Procedure procedure : pack.procedures()) {
            for (Claim claim : procedure.satisfies()) {
                if (claim.strength() != Strength.SUPPORTS) {
                    claimed.add(claim.requirement().toString());
                }
            }
        }
        Map<String, String> excluded = rows(section("coverage.md", "## Not a matter of development"));
        Map<String, String> listed = rows(section("coverage.md", "## Claimed"));
        Set<String> required = required();
        assertThat(required).hasSizeGreaterThan(130);
        assertThat(excluded.values())
                .allSatisfy(reason -> assertThat(reason.length()).isGreaterThan(20));
        assertThat(required).containsAll(excluded.keySet());
        Set<String> answered = new TreeSet<>(required);
        answered.removeAll(excluded.keySet());
        assertThat(claimed).containsAll(answered).doesNotContainAnyElementsOf(excluded.keySet());
        assertThat(listed.keySet()).isEqualTo(answered);
        listed.forEach((requirement, procedures) -> procedures(procedures)
                .forEach(id -> assertThat(pack.procedure(id).orElseThrow().satisfies())
                        .as("%s in the row of %s", id, requirement)
                        .anyMatch(claim -> claim.requirement().toString().equals(requirement))));
    }

    @Test
    void factsAreDescribedWithTheValuesThatChecksAllow() throws IOException {
        Map<String, String> described = rows(Files.readString(document("pipeline-facts.md")));
        Map<String, List<String>> used = new TreeMap<>();
        for (Procedure procedure : pack.procedures()) {
            if (procedure.check() instanceof Check.PipelineFact fact) {
                used.put(fact.fact(), fact.allowed());
            }
        }
        assertThat(described.keySet()).isEqualTo(used.keySet());
        used.forEach((fact, allowed) -> {
            List<String> values = List.of(described.getOrDefault(fact, "").split(", "));
            if (!values.contains("a number")) {
                assertThat(values).as(fact).containsAll(allowed).hasSizeGreaterThan(allowed.size());
            }
        });
    }

    @Test
    void aFactThatJenkinsMayNotTellCanBeAttested() throws IOException {
        Map<String, String> told = column(Files.readString(document("pipeline-facts.md")), 3);
        assertThat(told.values()).containsOnly("recorded", "recorded, else attested", "attested");
        for (Procedure procedure : pack.procedures()) {
            if (procedure.check() instanceof Check.PipelineFact fact) {
                Check.Attestation word = fact.orAttested();
                assertThat(told.get(fact.fact()).contains("attested"))
                        .as("how %s comes to be known in Jenkins, for %s", fact.fact(), procedure.id())
                        .isEqualTo(word != null);
                assertThat(word == null || (word.type().equals(fact.fact()) && word.maxAge() != null))
                        .as("the attestation that %s accepts", procedure.id())
                        .isTrue();
            }
        }
    }

    @Test
    void theDocumentCountsWhatIsSeen() throws IOException {
        List<Check> checks = pack.procedures().stream().map(Procedure::check).toList();
        long facts = checks.stream()
                .filter(each -> each instanceof Check.PipelineFact)
                .count();
        long seen = checks.stream().filter(BundledProceduresTest::seenByMachine).count() - facts;
        Map<String, Long> told = column(Files.readString(document("pipeline-facts.md")), 3).values().stream()
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()));

        assertThat(section("coverage.md", "## What is seen, and what is somebody's word"))
                .contains("Of " + checks.size() + " procedures, " + seen + " are seen done")
                .contains(facts + " by facts about the pipeline, and " + (checks.size() - seen - facts)
                        + " by an attestation or an approval")
                .contains("always records " + told.get("recorded") + ", and "
                        + told.get("recorded, else attested") + " where it can tell; the other "
                        + told.get("attested") + " no controller");
    }

    private static boolean seenByMachine(Check check) {
        return !(check instanceof Check.Attestation) && !(check instanceof Check.Approval);
    }

    private static long sentences(String text) {
        return END_OF_SENTENCE.matcher(text).results().count();
    }

    private static Set<String> onlyIn(Demands one, Demands other) {
        Set<String> only = new HashSet<>(one.procedures());
        only.removeAll(other.procedures());
        return only;
    }

    /** Tasks of SSDF, and controls of the families at MODERATE. */
    private static Set<String> required() {
        Framework ssdf = pack.frameworks().get("nist-ssdf-1.1");
        Set<String> parents =
                ssdf.requirements().stream().map(Framework.Requirement::parent).collect(Collectors.toSet());
        Predicate<String> task = id -> !parents.contains(id);
        Set<String> required = ssdf.requirements().stream()
                .map(Framework.Requirement::id)
                .filter(task)
                .map(id -> "nist-ssdf-1.1/" + id)
                .collect(Collectors.toCollection(TreeSet::new));
        pack.frameworks().get("nist-800-53-r5").baselines().stream()
                .filter(each -> each.id().equals("moderate"))
                .flatMap(each -> each.requirements().stream())
                .filter(id -> FAMILIES.contains(id.substring(0, 2)))
                .forEach(id -> required.add("nist-800-53-r5/" + id));
        return required;
    }

    private static String section(String name, String heading) throws IOException {
        String text = Files.readString(document(name));
        assertThat(text).contains(heading);
        String rest = text.substring(text.indexOf(heading) + heading.length());
        int next = rest.indexOf("\n## ");
        return next < 0 ? rest : rest.substring(0, next);
    }

    /** The second column of a Markdown table by the first. */
    private static Map<String, String> rows(String text) {
        return column(text, 2);
    }

    /** A column of a Markdown table, counted from 1, by the first. */
    private static Map<String, String> column(String text, int number) {
        Map<String, String> rows = new TreeMap<>();
        text.lines().filter(line -> line.startsWith("| ")).skip(2).forEach(line -> {
            String[] cells = line.split("\\|");
            assertThat(rows.put(cells[1].strip().replace("`", ""), cells[number].strip()))
                    .as(line)
                    .isNull();
        });
        return rows;
    }

    private static List<String> procedures(String cell) {
        return List.of(cell.replaceAll(" and \\d+ more$", "").replace("*", "").split(", "));
    }

    private static Path document(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path document = folder.resolve("docs").resolve(name);
            if (Files.exists(document)) {
                return document;
            }
        }
        return fail("docs/%s is not above the working directory", name);
    }
}
