package io.jenkins.plugins.compliance.bench;

import io.jenkins.plugins.compliance.engine.assess.AssessmentInput;
import io.jenkins.plugins.compliance.engine.assess.DetailsSource;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Framework;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.ReportSummary.ComponentCounts;
import io.jenkins.plugins.compliance.engine.report.ReportSummary.TestCounts;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A job to judge: checks of every kind, of which some hold, some do not, and some never had evidence; each procedure claims eight
 * requirements; fifteen pieces of evidence a build.
 *
 * @param requirements requirements that are demanded
 * @param procedures procedures that apply
 * @param evidence pieces of evidence
 */
record GeneratedAssessment(int requirements, int procedures, int evidence) {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int CLAIMS = 8;
    private static final int EVIDENCE_A_BUILD = 15;
    private static final int KINDS = 7;
    private static final String ZEROS = "0".repeat(64);

    AssessmentInput input() {
        return new AssessmentInput(
                PolicyIndex.of(pack()),
                "team/shop",
                null,
                Tags.of(Map.of("exposure", "internet", "data", "personal")),
                IntStream.range(0, evidence).mapToObj(GeneratedAssessment::evidence).toList(),
                DetailsSource.NONE,
                List.of(),
                START.plusSeconds(60L * evidence));
    }

    private PolicyPack pack() {
        List<RequirementRef> all = IntStream.range(0, requirements)
                .mapToObj(i -> new RequirementRef("f", "R-" + i))
                .toList();
        Framework framework = new Framework(
                "f",
                "F",
                "1",
                "",
                "",
                "",
                "",
                all.stream()
                        .map(each -> new Framework.Requirement(
                                each.requirement(), "Title of " + each.requirement(), null, false, null))
                        .toList(),
                List.of());
        return new PolicyPack(
                "p",
                "P",
                "1",
                "",
                "sha256:" + ZEROS,
                List.of(),
                Map.of("f", framework),
                List.of(),
                List.of(
                        new Archetype("web", "Web", "", Selector.EVERYTHING, all),
                        new Archetype("personal", "Personal", "", Selector.EVERYTHING, all.subList(0, requirements / 2))),
                IntStream.range(0, procedures).mapToObj(i -> procedure(i, all)).toList(),
                List.of(),
                List.of(),
                Map.of());
    }

    private static Procedure procedure(int number, List<RequirementRef> requirements) {
        List<Procedure.Claim> claims = new ArrayList<>(CLAIMS);
        for (int i = 0; i < CLAIMS; i++) {
            claims.add(new Procedure.Claim(
                    requirements.get((number * CLAIMS + i) % requirements.size()),
                    i % 3 == 0 ? Procedure.Strength.FULL : Procedure.Strength.PARTIAL));
        }
        return new Procedure(
                "procedure-" + number,
                "Procedure " + number,
                "Do it.",
                "",
                Procedure.Role.DEVELOPER,
                Procedure.Phase.BUILD,
                Selector.EVERYTHING,
                claims,
                check(number),
                new Cadence.EveryBuild(),
                Procedure.Guidance.NONE);
    }

    private static Check check(int number) {
        Check.Thresholds thresholds =
                new Check.Thresholds(Map.of(Severity.CRITICAL, 0, Severity.HIGH, 0), Map.of(), false);
        String some = String.valueOf(number % 50);
        return switch (number % KINDS) {
            case 0 -> new Check.Scan("sast", null, thresholds);
            case 1 -> new Check.Report("format-" + some, thresholds);
            case 2 -> new Check.Sbom(1, List.of(Check.Completeness.PURL), List.of(), List.of(), List.of());
            case 3 -> new Check.Test(null, null, 1, 0, null);
            case 4 -> new Check.Attestation("type-" + some, List.of("security"), Period.ofDays(365));
            case 5 -> new Check.Approval("approval-" + some, List.of(), 1);
            default -> new Check.PipelineFact("fact-" + some, List.of("true"));
        };
    }

    private static Evidence evidence(int number) {
        String build = String.valueOf(number / EVIDENCE_A_BUILD);
        Instant at = START.plusSeconds(60L * number);
        Fact fact = fact(number, at);
        return new Evidence(
                "1".repeat(32),
                number + 1L,
                "evidence-" + number,
                at,
                at,
                new Origin("https://ci.example.org/", "team/shop", build, null, null, null, null),
                Tags.NONE,
                fact.kind() == EvidenceKind.ATTESTATION ? List.of() : List.of(report(number)),
                fact,
                ZEROS,
                new Evidence.Integrity.Verified());
    }

    private static Fact fact(int number, Instant at) {
        String some = String.valueOf(number % 40);
        return switch (number % KINDS) {
            case 0 -> new Fact.Scan(
                    "tool-" + number % 6, null, null, "sast", ZEROS, 0, "exited", "ran", at, at, true, List.of());
            case 1 -> new Fact.Document(EvidenceKind.REPORT, null, null, true, List.of());
            case 2 -> new Fact.Document(EvidenceKind.SBOM, null, null, true, List.of());
            case 3 -> new Fact.Document(EvidenceKind.TEST, null, null, true, List.of());
            case 4 -> new Fact.Attestation("type-" + some, "security", LocalDate.of(2026, 1, 1), null, "done", null);
            case 5 -> new Fact.Approval("approval-" + some, "ann", at, null);
            default -> new Fact.Pipeline(Map.of("fact-" + some, "true"));
        };
    }

    private static ReportFact report(int number) {
        return new ReportFact(
                null,
                "format-" + number % 40,
                1000,
                ZEROS,
                true,
                5,
                0,
                new Tally(List.of(
                        new Tally.Cell(Severity.HIGH, List.of(89), Tally.Age.OUTSTANDING, number % 2),
                        new Tally.Cell(Severity.LOW, List.of(20), Tally.Age.OUTSTANDING, 4))),
                ComponentCounts.NONE,
                TestCounts.NONE,
                List.of(),
                null);
    }
}
