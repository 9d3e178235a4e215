package io.jenkins.plugins.compliance.engine.assess;

import static io.jenkins.plugins.compliance.engine.assess.Given.NOON;
import static io.jenkins.plugins.compliance.engine.assess.Given.cell;
import static io.jenkins.plugins.compliance.engine.assess.Given.evidence;
import static io.jenkins.plugins.compliance.engine.assess.Given.found;
import static io.jenkins.plugins.compliance.engine.assess.Given.plan;
import static io.jenkins.plugins.compliance.engine.assess.Given.scan;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.pack.PolicyPacks;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same evidence under the bundled policy, for three kinds of application: three assessments, each with a sense. */
class ThreeApplicationsTest {
    private static final List<Evidence> EVIDENCE = List.of(
            plan(1, "1", new Fact.PlannedTool("spotbugs", "sast", true, null)),
            scan(
                    2,
                    "1",
                    "spotbugs",
                    NOON.minusSeconds(30),
                    found(cell(Severity.HIGH, 1, 79), cell(Severity.HIGH, 1, 787))),
            evidence(
                    3,
                    "1",
                    NOON.minusSeconds(20),
                    new Fact.Pipeline(Map.of("agent.on-controller", "false", "artifact.signed", "true"))),
            evidence(
                    4,
                    "1",
                    NOON.minusSeconds(10),
                    new Fact.Attestation(
                            "classification", "owner", LocalDate.parse("2026-03-01"), null, "It is.", null)));

    private static Assessment shop;
    private static Assessment library;
    private static Assessment device;

    @BeforeAll
    static void assess() throws IOException {
        PolicyIndex policy = PolicyIndex.of(
                PolicyPacks.load("bundled:compliance-stages", Limits.DEFAULTS).orThrow());
        shop = assess(policy, Map.of("exposure", "internet", "kind", "web", "data", "payment"));
        library = assess(policy, Map.of("kind", "library", "language", "java"));
        device = assess(policy, Map.of("kind", "firmware", "language", "c", "market", "eu"));
    }

    private static Assessment assess(PolicyIndex policy, Map<String, String> tags) {
        return Assessor.assess(new AssessmentInput(
                policy, "shop", null, Tags.of(tags), EVIDENCE, DetailsSource.NONE, List.of(), NOON));
    }

    @Test
    void whatIsCommonIsJudgedAlike() {
        for (Assessment each : List.of(shop, library, device)) {
            assertThat(outcome(each, "builds-off-the-controller")).isEqualTo(Outcome.SATISFIED);
            assertThat(outcome(each, "sast-every-build")).isEqualTo(Outcome.NOT_SATISFIED);
            assertThat(outcome(each, "secrets-never-in-source")).isEqualTo(Outcome.MISSING);
        }
    }

    @Test
    void aWeaknessMattersWhereItCanBeUsed() {
        assertThat(outcome(shop, "no-cross-site-scripting")).isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(outcome(library, "no-cross-site-scripting")).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(outcome(device, "no-cross-site-scripting")).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(outcome(device, "memory-safe-code")).isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(outcome(library, "memory-safe-code")).isEqualTo(Outcome.NOT_APPLICABLE);
    }

    @Test
    void requirementsComeFromWhatBindsTheApplication() {
        assertThat(frameworks(shop)).contains("pci-dss-4.0.1", "gdpr").doesNotContain("eu-cra", "slsa-build-1.1");
        assertThat(frameworks(library)).contains("slsa-build-1.1").doesNotContain("pci-dss-4.0.1", "gdpr", "eu-cra");
        assertThat(frameworks(device)).contains("eu-cra").doesNotContain("pci-dss-4.0.1", "gdpr", "slsa-build-1.1");
        assertThat(library.requirements().size())
                .isLessThan(device.requirements().size());
        assertThat(device.requirements().size()).isLessThan(shop.requirements().size());
    }

    @Test
    void mostOfEachIsAskedOfItAlone() {
        Set<String> onlyShop = new TreeSet<>(asked(shop));
        onlyShop.removeAll(asked(library));
        onlyShop.removeAll(asked(device));
        Set<String> onlyDevice = new TreeSet<>(asked(device));
        onlyDevice.removeAll(asked(library));
        onlyDevice.removeAll(asked(shop));
        Set<String> onlyLibrary = new TreeSet<>(asked(library));
        onlyLibrary.removeAll(asked(shop));
        assertThat(onlyShop).hasSizeGreaterThan(20).contains("pen-test-yearly", "payment-pages-watched");
        assertThat(onlyDevice).contains("updates-tested-on-devices", "product-risks-assessed");
        assertThat(onlyLibrary).contains("java-read-for-bugs", "security-fixes-come-alone");
    }

    private static Outcome outcome(Assessment assessment, String procedure) {
        return assessment.procedures().stream()
                .filter(each -> each.procedure().id().equals(procedure))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private static Set<String> frameworks(Assessment assessment) {
        return assessment.requirements().stream()
                .map(each -> each.requirement().framework())
                .collect(Collectors.toSet());
    }

    private static Set<String> asked(Assessment assessment) {
        return assessment.procedures().stream()
                .filter(each -> each.outcome() != Outcome.NOT_APPLICABLE)
                .map(each -> each.procedure().id())
                .collect(Collectors.toSet());
    }
}
