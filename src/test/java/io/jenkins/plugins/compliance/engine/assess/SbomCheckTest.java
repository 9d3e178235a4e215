package io.jenkins.plugins.compliance.engine.assess;

import static io.jenkins.plugins.compliance.engine.assess.Given.NOON;
import static io.jenkins.plugins.compliance.engine.assess.Given.evidence;
import static io.jenkins.plugins.compliance.engine.assess.Given.input;
import static io.jenkins.plugins.compliance.engine.assess.Given.outcome;
import static io.jenkins.plugins.compliance.engine.assess.Given.policy;
import static io.jenkins.plugins.compliance.engine.assess.Given.procedure;
import static io.jenkins.plugins.compliance.engine.assess.Given.report;
import static io.jenkins.plugins.compliance.engine.assess.Given.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact.PlannedTool;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.report.ReportSummary.ComponentCounts;
import io.jenkins.plugins.compliance.engine.report.ReportSummary.TestCounts;
import io.jenkins.plugins.compliance.engine.report.finding.Component;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SbomCheckTest {
    private static final Check.Sbom ANY = new Check.Sbom(1, List.of(), List.of(), List.of(), List.of());

    private static ReportFact listed(ComponentCounts components) {
        return report("cyclonedx", Tally.EMPTY, components, TestCounts.NONE);
    }

    private static Evidence bill(long sequence, ComponentCounts components) {
        return evidence(
                sequence,
                "1",
                NOON,
                new Fact.Document(EvidenceKind.SBOM, null, null, true, List.of()),
                listed(components));
    }

    private static Evidence scanned(long sequence, String tool, boolean counts) {
        return evidence(
                sequence,
                "1",
                NOON,
                Given.scanFact(tool, "sbom", counts),
                listed(new ComponentCounts(2, 2, 2, 2, 2, 1)));
    }

    private static Component component(String name, String purl, String... licences) {
        return new Component("library", null, name, "1", purl, List.of(licences), false, null);
    }

    private static AssessmentInput withComponents(PolicyIndex policy, Component... components) {
        Evidence bill = bill(1, new ComponentCounts(components.length, 0, 0, 0, 0, 0));
        DetailsSource details = (evidence, report, sink) -> {
            for (Component each : components) {
                sink.component(each);
            }
        };
        AssessmentInput plain = input(policy, bill);
        return new AssessmentInput(
                plain.policy(), plain.job(), null, plain.tags(), plain.evidence(), details, List.of(), NOON);
    }

    private static PolicyIndex sbom(List<String> deny, List<String> allow, List<String> components) {
        return policy(List.of(procedure("p", new Check.Sbom(1, List.of(), deny, allow, components))));
    }

    @Test
    void aBillMustBeComplete() {
        Check check = new Check.Sbom(
                2, List.of(Check.Completeness.LICENCE, Check.Completeness.GRAPH), List.of(), List.of(), List.of());
        PolicyIndex policy = policy(List.of(procedure("p", check)));
        assertThat(outcome(input(policy, bill(1, new ComponentCounts(2, 0, 0, 2, 0, 1))), "p"))
                .isEqualTo(Outcome.SATISFIED);
        assertThat(result(input(policy, bill(1, new ComponentCounts(1, 0, 0, 0, 0, 0))), "p")
                        .explanation()
                        .reasons())
                .extracting(Object::toString)
                .containsExactly(
                        "evidence 1 lists 1 component, at least 2 expected",
                        "1 of 1 components state no licence",
                        "it has no dependency graph");
    }

    @Test
    void aDeniedLicenceIsNamedUnlessAnotherCanBeChosen() {
        PolicyIndex policy = sbom(List.of("AGPL-*"), List.of(), List.of());
        ProcedureResult denied = result(withComponents(policy, component("a", null, "AGPL-3.0-only")), "p");
        assertThat(denied.outcome()).isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(denied.explanation().reasons())
                .extracting(Object::toString)
                .containsExactly("1 component under a denied licence: a@1 (AGPL-3.0-only)");
        assertThat(outcome(withComponents(policy, component("a", null, "MIT OR AGPL-3.0-only")), "p"))
                .isEqualTo(Outcome.SATISFIED);
        assertThat(outcome(withComponents(policy, component("a", null, "MIT AND AGPL-3.0-only")), "p"))
                .isEqualTo(Outcome.NOT_SATISFIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MIT and GPL-3.0-only",
                "MIT\tAND\tGPL-3.0-only",
                "MIT AND(GPL-3.0-only)",
                "gpl-3.0-only",
                "GPL-3.0",
                "GNU General Public License v3",
            })
    void aDeniedLicenceIsDeniedHoweverItIsWritten(String licence) {
        PolicyIndex policy = sbom(List.of("GPL-3.0*"), List.of(), List.of());
        assertThat(outcome(withComponents(policy, component("a", null, licence)), "p"))
                .isEqualTo(Outcome.NOT_SATISFIED);
    }

    private static PolicyIndex unknown(Check.UnknownLicences unknown) {
        return policy(List.of(
                procedure("p", new Check.Sbom(1, List.of(), List.of("GPL-3.0*"), List.of(), unknown, List.of()))));
    }

    @Test
    void anUnknownLicenceCountsAsPolicySays() {
        Component acme = component("a", null, "Acme Public Licence");
        Component gpl = component("b", null, "GPL");
        for (Check.UnknownLicences missing : Arrays.asList(null, Check.UnknownLicences.MISSING)) {
            ProcedureResult result = result(withComponents(unknown(missing), acme, gpl), "p");
            assertThat(result.outcome()).isEqualTo(Outcome.MISSING);
            assertThat(result.explanation().summary())
                    .hasToString("The bill of materials does not tell whether a denied licence is in it.");
            assertThat(result.explanation().reasons())
                    .extracting(Object::toString)
                    .containsExactly("2 components under an unknown licence: a@1 (Acme Public Licence),"
                            + " b@1 (GPL, which may be GPL-3.0-only)");
        }
        ProcedureResult denied = result(withComponents(unknown(Check.UnknownLicences.DENY), acme), "p");
        assertThat(denied.outcome()).isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(denied.explanation().reasons())
                .extracting(Object::toString)
                .containsExactly("1 component under an unknown licence: a@1 (Acme Public Licence)");
        assertThat(outcome(withComponents(unknown(Check.UnknownLicences.ALLOW), acme, gpl), "p"))
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void whatIsOverALimitIsNeverLetPass() {
        Component deep = component("a", null, "(".repeat(101) + "MIT" + ")".repeat(101));
        ProcedureResult result = result(withComponents(unknown(Check.UnknownLicences.ALLOW), deep), "p");
        assertThat(result.outcome()).isEqualTo(Outcome.MISSING);
        assertThat(result.explanation().reasons())
                .extracting(Object::toString)
                .containsExactly("1 component under a licence that is over a limit: a@1 (" + "(".repeat(99)
                        + "…: parentheses are nested deeper than 100)");
        assertThat(outcome(withComponents(unknown(Check.UnknownLicences.DENY), deep), "p"))
                .isEqualTo(Outcome.NOT_SATISFIED);
    }

    @Test
    void whatIsDeniedIsSaidBeforeWhatIsUnknown() {
        Component both = component("a", null, "Acme", "GPL-3.0-only");
        Component acme = component("b", null, "Acme");
        assertThat(result(withComponents(unknown(null), acme, both), "p")
                        .explanation()
                        .reasons())
                .extracting(Object::toString)
                .containsExactly(
                        "1 component under a denied licence: a@1 (GPL-3.0-only)",
                        "1 component under an unknown licence: b@1 (Acme)");
        assertThat(outcome(withComponents(unknown(Check.UnknownLicences.ALLOW), acme, both), "p"))
                .isEqualTo(Outcome.NOT_SATISFIED);
    }

    @Test
    void aLicenceThatIsUnknownIsNoneWhereNoLicenceIsDenied() {
        PolicyIndex policy = sbom(List.of(), List.of(), List.of("pkg:maven/log4j/log4j@*"));
        assertThat(outcome(withComponents(policy, component("a", null, "Acme")), "p"))
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void whereLicencesAreListedOthersAreNotAllowed() {
        PolicyIndex policy = sbom(List.of(), List.of("MIT", "Apache-2.0"), List.of());
        assertThat(outcome(withComponents(policy, component("a", null, "(MIT OR GPL-2.0-only) AND Apache-2.0")), "p"))
                .isEqualTo(Outcome.SATISFIED);
        assertThat(outcome(withComponents(policy, component("a", null)), "p")).isEqualTo(Outcome.NOT_SATISFIED);
    }

    @Test
    void aBannedComponentIsNamed() {
        PolicyIndex policy = sbom(List.of(), List.of(), List.of("pkg:maven/log4j/log4j@*"));
        assertThat(result(withComponents(policy, component("log4j", "pkg:maven/log4j/log4j@1.2.17")), "p")
                        .explanation()
                        .reasons())
                .extracting(Object::toString)
                .containsExactly("1 component that must not occur: pkg:maven/log4j/log4j@1.2.17");
    }

    @Test
    void whatComponentsLeaveOutIsCounted() {
        Check check = new Check.Sbom(0, List.of(Check.Completeness.values()), List.of(), List.of(), List.of());
        PolicyIndex policy = policy(List.of(procedure("p", check)));
        assertThat(outcome(input(policy, bill(1, new ComponentCounts(5, 5, 5, 5, 5, 1))), "p"))
                .isEqualTo(Outcome.SATISFIED);
        assertThat(outcome(input(policy, bill(1, ComponentCounts.NONE)), "p")).isEqualTo(Outcome.SATISFIED);
        assertThat(result(input(policy, bill(1, new ComponentCounts(5, 4, 3, 2, 1, 0))), "p")
                        .explanation()
                        .reasons())
                .extracting(Object::toString)
                .containsExactly(
                        "1 of 5 components state no version",
                        "2 of 5 components state no purl",
                        "3 of 5 components state no licence",
                        "4 of 5 components state no hash",
                        "it has no dependency graph");
    }

    @Test
    void aLicenceIsDeniedByTheWholeOfWhatAComponentStates() {
        PolicyIndex policy = sbom(List.of("GPL-*"), List.of(), List.of());
        assertThat(outcome(withComponents(policy, component("a", null, "GPL-3.0-only", "MIT")), "p"))
                .as("two licences stated apart apply together, since nothing says that one may choose")
                .isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(outcome(withComponents(policy, component("a", null)), "p"))
                .as("no licence is no denied one")
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void aLicenceThatIsNotAllowedIsNamed() {
        PolicyIndex policy = sbom(List.of(), List.of("MIT"), List.of());
        assertThat(result(withComponents(policy, component("a", null, "Zlib", "ISC"), component("b", null)), "p")
                        .explanation()
                        .reasons())
                .extracting(Object::toString)
                .containsExactly("2 components under no allowed licence: a@1 (Zlib, ISC), b@1 (none stated)");
    }

    @Test
    void aComponentWithoutPurlOrWithAnotherIsNotBanned() {
        PolicyIndex policy = sbom(List.of(), List.of(), List.of("pkg:maven/log4j/log4j@*"));
        assertThat(outcome(
                        withComponents(policy, component("log4j", null), component("x", "pkg:maven/log4j/log4j2@1")),
                        "p"))
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void theFirstOffendersAreNamedAndTheRestIsCounted() {
        PolicyIndex policy = sbom(List.of("GPL-*"), List.of(), List.of());
        assertThat(reasonsOf(policy, 5))
                .containsExactly("5 components under a denied licence: c1@1 (GPL-2.0-only), c2@1 (GPL-2.0-only),"
                        + " c3@1 (GPL-2.0-only), c4@1 (GPL-2.0-only), c5@1 (GPL-2.0-only)");
        assertThat(reasonsOf(policy, 7).get(0)).startsWith("7 components").endsWith("c5@1 (GPL-2.0-only) and 2 more");
    }

    private static List<String> reasonsOf(PolicyIndex policy, int offenders) {
        Component[] components = IntStream.rangeClosed(1, offenders)
                .mapToObj(i -> component("c" + i, null, "GPL-2.0-only"))
                .toArray(Component[]::new);
        return result(withComponents(policy, components), "p").explanation().reasons().stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void aScanToolWritesABillToo() {
        PolicyIndex policy = policy(List.of(procedure("p", ANY)));
        assertThat(outcome(input(policy, scanned(1, "cdxgen", true)), "p")).isEqualTo(Outcome.SATISFIED);
        assertThat(outcome(input(policy, scanned(1, "cdxgen", false)), "p")).isEqualTo(Outcome.UNVERIFIABLE);
        assertThat(outcome(input(policy, Given.scan(1, "1", "bandit", NOON, listed(ComponentCounts.NONE))), "p"))
                .as("a scan of another category is no bill")
                .isEqualTo(Outcome.MISSING);
    }

    @Test
    void aPlannedToolThatWroteNoBillIsMissing() {
        PolicyIndex policy = policy(List.of(procedure("p", ANY)));
        Evidence plan = Given.plan(
                1,
                "1",
                new PlannedTool("cdxgen", "sbom", true, null),
                new PlannedTool("syft", "sbom", false, RunReason.AS_RECORDED.of("syft is not installed")),
                new PlannedTool("trivy", "sbom", true, null),
                new PlannedTool("bandit", "sast", true, null));
        ProcedureResult absent = result(input(policy, plan, scanned(2, "cdxgen", true)), "p");
        assertThat(absent.outcome()).isEqualTo(Outcome.MISSING);
        assertThat(absent.explanation().reasons())
                .extracting(Object::toString)
                .containsExactly("syft: syft is not installed", "trivy: it left no evidence");
        assertThat(outcome(input(policy, plan, scanned(2, "cdxgen", false)), "p"))
                .as("what can't be relied on is worse than what is missing")
                .isEqualTo(Outcome.UNVERIFIABLE);
        assertThat(outcome(
                        input(
                                policy,
                                plan,
                                scanned(2, "cdxgen", true),
                                scanned(3, "syft", true),
                                scanned(4, "trivy", true)),
                        "p"))
                .isEqualTo(Outcome.SATISFIED);
    }
}
