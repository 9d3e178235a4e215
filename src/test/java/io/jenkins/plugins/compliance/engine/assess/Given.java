package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Crosswalk;
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
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Small policies and evidence to judge. The framework is {@code f}, its requirements are named as they are needed. */
final class Given {
    static final String LEDGER = "1".repeat(32);
    static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");
    static final Check.Scan SAST = new Check.Scan(
            "sast", null, new Check.Thresholds(Map.of(Severity.CRITICAL, 0, Severity.HIGH, 0), Map.of(), false));

    private Given() {}

    static RequirementRef requirement(String id) {
        return new RequirementRef("f", id);
    }

    static Procedure.Claim claim(String id, Procedure.Strength strength) {
        return new Procedure.Claim(requirement(id), strength);
    }

    static Procedure procedure(String id, Check check, Cadence cadence, Procedure.Claim... claims) {
        return new Procedure(
                id,
                id,
                "Do " + id + ".",
                "",
                Procedure.Role.DEVELOPER,
                Procedure.Phase.BUILD,
                Selector.EVERYTHING,
                List.of(claims),
                check,
                cadence,
                Procedure.Guidance.NONE);
    }

    static Procedure procedure(String id, Check check) {
        return procedure(id, check, new Cadence.EveryBuild(), claim("R-1", Procedure.Strength.FULL));
    }

    /** A policy whose only archetype binds everybody to all requirements that the procedures claim, and to those named. */
    static PolicyIndex policy(List<Procedure> procedures, String... alsoRequired) {
        return policy(procedures, List.of(), List.of(), alsoRequired);
    }

    static PolicyIndex policy(
            List<Procedure> procedures,
            List<PolicyPack.Together> together,
            List<Crosswalk> crosswalks,
            String... alsoRequired) {
        List<RequirementRef> required = new ArrayList<>();
        procedures.forEach(each -> each.satisfies().forEach(claim -> required.add(claim.requirement())));
        for (String id : alsoRequired) {
            required.add(requirement(id));
        }
        List<RequirementRef> distinct = required.stream().distinct().sorted().toList();
        Framework framework = new Framework(
                "f",
                "F",
                "1",
                "",
                "",
                "",
                "",
                distinct.stream()
                        .map(each -> new Framework.Requirement(
                                each.requirement(), "Title of " + each.requirement(), null, false, null))
                        .toList(),
                List.of());
        return PolicyIndex.of(new PolicyPack(
                "p",
                "P",
                "1",
                "",
                "sha256:0",
                List.of(),
                Map.of("f", framework),
                crosswalks,
                List.of(new Archetype("any", "Any", "", Selector.EVERYTHING, distinct)),
                procedures,
                together,
                List.of(),
                Map.of()));
    }

    static AssessmentInput input(PolicyIndex policy, Evidence... evidence) {
        return new AssessmentInput(
                policy, "shop", null, Tags.NONE, List.of(evidence), DetailsSource.NONE, List.of(), NOON);
    }

    static Origin origin(String build) {
        return new Origin("test", "shop", build, null, null, null, null);
    }

    static Evidence evidence(long sequence, String build, Instant at, Fact fact, ReportFact... reports) {
        return new Evidence(
                LEDGER,
                sequence,
                fact.kind().id() + "-" + sequence,
                at,
                at,
                origin(build),
                Tags.NONE,
                List.of(reports),
                fact,
                "0".repeat(64),
                new Evidence.Integrity.Verified());
    }

    static Evidence broken(Evidence evidence, String reason) {
        return new Evidence(
                evidence.ledger(),
                evidence.sequence(),
                evidence.name(),
                evidence.observedAt(),
                evidence.recordedAt(),
                evidence.origin(),
                evidence.tags(),
                evidence.reports(),
                evidence.fact(),
                evidence.digest(),
                new Evidence.Integrity.Broken(List.of(RunReason.AS_RECORDED.of(reason))));
    }

    static Evidence scan(long sequence, String build, String tool, Instant at, ReportFact... reports) {
        return evidence(sequence, build, at, scanFact(tool, "sast", true), reports);
    }

    static Fact.Scan scanFact(String tool, String category, boolean counts) {
        return new Fact.Scan(
                tool,
                tool,
                "1",
                category,
                "sha256:0",
                0,
                "exited",
                "ran",
                NOON.minus(Duration.ofMinutes(1)),
                NOON,
                counts,
                counts ? List.of() : List.of(RunReason.AS_RECORDED.of("it crashed")));
    }

    static Evidence plan(long sequence, String build, Fact.PlannedTool... tools) {
        return evidence(sequence, build, NOON.minusSeconds(60), new Fact.Plan(List.of(tools)));
    }

    static ReportFact found(Tally.Cell... cells) {
        return report("sarif", new Tally(List.of(cells)), ComponentCounts.NONE, TestCounts.NONE);
    }

    static ReportFact report(String format, Tally tally, ComponentCounts components, TestCounts tests) {
        return new ReportFact(
                null, format, 10, "1".repeat(64), true, tally.total(), 0, tally, components, tests, List.of(), null);
    }

    static Tally.Cell cell(Severity severity, long count, Integer... cwes) {
        return new Tally.Cell(severity, List.of(cwes), Tally.Age.UNKNOWN, count);
    }

    static Outcome outcome(AssessmentInput input, String procedure) {
        return result(input, procedure).outcome();
    }

    static ProcedureResult result(AssessmentInput input, String procedure) {
        return Assessor.assess(input).procedures().stream()
                .filter(each -> each.procedure().id().equals(procedure))
                .findFirst()
                .orElseThrow();
    }

    static Outcome requirementOutcome(AssessmentInput input, String requirement) {
        return Assessor.assess(input).requirements().stream()
                .filter(each -> each.requirement().equals(requirement(requirement)))
                .findFirst()
                .orElseThrow()
                .outcome();
    }
}
