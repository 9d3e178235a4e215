package io.jenkins.plugins.compliance.engine.export;

import static io.jenkins.plugins.compliance.engine.assess.Outcome.MISSING;
import static io.jenkins.plugins.compliance.engine.assess.Outcome.NOT_APPLICABLE;
import static io.jenkins.plugins.compliance.engine.assess.Outcome.NOT_SATISFIED;
import static io.jenkins.plugins.compliance.engine.assess.Outcome.PARTIAL;
import static io.jenkins.plugins.compliance.engine.assess.Outcome.SATISFIED;
import static io.jenkins.plugins.compliance.engine.assess.Outcome.STALE;
import static io.jenkins.plugins.compliance.engine.assess.Outcome.UNMAPPED;
import static io.jenkins.plugins.compliance.engine.assess.Outcome.UNVERIFIABLE;
import static io.jenkins.plugins.compliance.engine.assess.Outcome.WAIVED;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.Explanation;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import io.jenkins.plugins.compliance.engine.assess.Waiver;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.Framework;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Strength;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An assessment of a customer portal: 3 frameworks, 25 procedures, 60 requirements, every outcome; some of the names are an
 * attacker's.
 */
public final class Portal {
    static final Instant AS_OF = Instant.parse("2026-11-20T17:30:00Z");
    public static final String HOSTILE =
            "<script>alert('x')</script>\"><img src=x onerror=alert(1)> &amp; ]]> \u202Etxt.exe \u0000\u001b[31m";

    /** One claim of a procedure, as a framework letter, a number and a strength letter. */
    private static final Object[][] PROCEDURES = {
        {
            "sast-every-build",
            "Scan the source of every build",
            "developer",
            "build",
            NOT_SATISFIED,
            "n1f n2p i1p s1f",
            3L
        },
        {
            "deps-known-vulnerable",
            "Use no dependency with a known vulnerability",
            "developer",
            "build",
            NOT_SATISFIED,
            "n3f i2f s2p",
            5L
        },
        {"secrets-in-source", "Keep secrets out of the repository", "developer", "code", UNVERIFIABLE, "n4f i3p s3f", 6L
        },
        {
            "sbom-recorded",
            "Record a bill of materials with every release",
            "developer",
            "release",
            SATISFIED,
            "n5f s4f i4p",
            7L
        },
        {
            "unit-tests-security",
            "Test what the security requirements demand",
            "developer",
            "test",
            SATISFIED,
            "n6p s5p i5f",
            8L
        },
        {
            "review-by-second-person",
            "Have a second person review each change",
            "developer",
            "code",
            SATISFIED,
            "n7f i6f s6f",
            9L
        },
        {"threat-model-current", "Keep the threat model current", "security", "design", STALE, "n8f i7p s7f", 10L},
        {"pen-test-yearly", "Have the application attacked once a year", "security", "test", MISSING, "n9f i8f", null},
        {"dast-staging", "Scan the running application on staging", "security", "test", MISSING, "n1s n10p i8p", null},
        {
            "container-base-current",
            "Build on a base image without known flaws",
            "operations",
            "build",
            WAIVED,
            "n11f i9p",
            11L
        },
        {"iac-scan", "Scan infrastructure code", "operations", "build", NOT_SATISFIED, "n12f i10f", 12L},
        {"agents-not-on-controller", "Build on agents alone", "operations", "build", SATISFIED, "n13f i11f s8f", 1L},
        {"backup-restored", "Restore a backup once a quarter", "operations", "operate", STALE, "n14f i12f", 13L},
        {"release-approved", "Release what somebody has approved", "risk", "release", SATISFIED, "n15f i13f s9p", 14L},
        {
            "training-secure-coding",
            "Train developers in secure coding",
            "compliance",
            "requirements",
            SATISFIED,
            "n16f i14f s10f",
            15L
        },
        {"tls-configuration", "Offer TLS 1.2 or later alone", "operations", "operate", WAIVED, "n17p i15p", 16L},
        {
            "logging-security-events",
            "Log what an investigation needs",
            "developer",
            "code",
            SATISFIED,
            "n18p i16p s11p",
            8L
        },
        {
            "licences-allowed",
            "Use components under allowed licences alone",
            "compliance",
            "build",
            SATISFIED,
            "i17f s12f",
            7L
        },
        {"reproducible-build", "Make builds that anybody can repeat", "developer", "build", MISSING, "n19p s13f", null},
        {"signed-artifacts", "Sign what is released", "operations", "release", SATISFIED, "n20f s14f i18p", 14L},
        {
            "vulnerability-response",
            "Answer reports of vulnerabilities",
            "security",
            "respond",
            SATISFIED,
            "n21p s15f",
            15L
        },
        {"card-data-scan", "Look for card numbers in logs", "security", "operate", NOT_APPLICABLE, "", null},
        {"mobile-hardening", "Harden the mobile application", "developer", "build", NOT_APPLICABLE, "", null},
        {"memory-safety", "Compile C with hardening flags", "developer", "build", UNVERIFIABLE, "n22f", 4L},
        {"hostile", HOSTILE, "risk", "design", NOT_SATISFIED, "n23f i19p", 17L},
    };

    private static final String[] NIST = {
        "SA-11",
        "SA-11(1)",
        "RA-5",
        "IA-5(7)",
        "SR-4",
        "SA-11(8)",
        "CM-3(2)",
        "SA-11(2)",
        "CA-8",
        "RA-5(2)",
        "CM-6",
        "CM-2",
        "CM-7",
        "CP-9(1)",
        "CM-3",
        "AT-3",
        "SC-8",
        "AU-2",
        "SA-10(1)",
        "SI-7(15)",
        "SI-2",
        "SI-16",
        "RA-3",
        "SC-28",
        "AC-6",
        "PL-8"
    };
    private static final String[] ISO = {
        "A.8.28", "A.8.8", "A.8.24", "A.5.9", "A.8.29", "A.8.32", "A.5.8", "A.8.34", "A.8.9", "A.8.27", "A.8.31",
        "A.8.13", "A.5.37", "A.6.3", "A.8.20", "A.8.15", "A.5.32", "A.8.26", "A.5.7", "A.5.23"
    };
    private static final String[] SSDF = {
        "PW.7.2",
        "PW.4.4",
        "PS.1.1",
        "PS.3.2",
        "PW.8.2",
        "PW.7.1",
        "PW.1.1",
        "PO.5.1",
        "PS.2.1",
        "PO.2.2",
        "PO.3.3",
        "PW.4.1",
        "PW.6.2",
        "PS.2.1-b"
    };

    private Portal() {}

    public static Assessment assessment() {
        List<Procedure> procedures = new ArrayList<>();
        List<ProcedureResult> results = new ArrayList<>();
        Map<RequirementRef, List<RequirementResult.AppliedClaim>> claims = new LinkedHashMap<>();
        for (Object[] row : PROCEDURES) {
            Procedure procedure = PortalPolicy.procedure(row, Portal::claim);
            procedures.add(procedure);
            Outcome outcome = (Outcome) row[4];
            results.add(result(procedure, outcome, (Long) row[6]));
            if (outcome != NOT_APPLICABLE) {
                procedure
                        .satisfies()
                        .forEach(claim -> claims.computeIfAbsent(claim.requirement(), key -> new ArrayList<>())
                                .add(new RequirementResult.AppliedClaim(
                                        procedure.id(), claim.strength(), claim.requirement(), outcome)));
            }
        }
        List<Framework> frameworks = List.of(
                PortalPolicy.framework("nist-800-53-r5", "NIST SP 800-53 Revision 5", NIST),
                PortalPolicy.framework("iso-27001-2022", "ISO/IEC 27001:2022 Annex A", ISO),
                PortalPolicy.framework("ssdf-1.1", "NIST SP 800-218 SSDF 1.1", SSDF));
        List<RequirementResult> requirements = new ArrayList<>();
        List<RequirementRef> refs = new ArrayList<>();
        for (Framework framework : frameworks) {
            for (Framework.Requirement each : framework.requirements()) {
                RequirementRef ref = new RequirementRef(framework.id(), each.id());
                refs.add(ref);
                requirements.add(requirement(ref, each.title(), claims.getOrDefault(ref, List.of())));
            }
        }
        requirements.sort(java.util.Comparator.comparing(RequirementResult::requirement));
        PolicyPack pack = PortalPolicy.pack(frameworks, procedures, refs);
        return new Assessment(
                AS_OF,
                pack,
                "shop/customer-portal",
                "417",
                Tags.of(Map.of("exposure", "internet", "data", "personal", "kind", "web", "zone", "dmz")),
                List.of("internet-web-service", "personal-data"),
                results,
                requirements,
                PortalEvidence.all());
    }

    public static List<Waiver> waivers() {
        return List.of(new Waiver(
                "W-2026-031",
                "container-base-current",
                "shop/*",
                Selector.EVERYTHING,
                "The vendor's fixed image is announced for December; the flaw needs local access.",
                "Ada Okafor",
                "Jonas Lindqvist",
                Instant.parse("2026-10-01T00:00:00Z"),
                Instant.parse("2027-01-01T00:00:00Z")));
    }

    private static ProcedureResult result(Procedure procedure, Outcome outcome, Long evidence) {
        List<EvidenceRef> refs = evidence == null ? List.of() : List.of(PortalEvidence.ref(evidence));
        Explanation explanation = new Explanation(
                RunReason.AS_RECORDED.of(
                        switch (outcome) {
                            case SATISFIED ->
                                "The newest evidence, #" + evidence + ", is verified and within every threshold.";
                            case NOT_SATISFIED -> "12 high findings, 0 allowed.";
                            case MISSING -> "No evidence of this kind was ever recorded for this job.";
                            case STALE -> "The newest evidence is from 3 March 2026; the cadence is quarterly.";
                            case UNVERIFIABLE ->
                                "The report ends in the middle of a result, so nothing can be concluded from it.";
                            case WAIVED -> "1 critical finding, 0 allowed; covered by a waiver until 1 January 2027.";
                            default -> "The selector does not match the tags of this application.";
                        }),
                outcome == NOT_SATISFIED
                        ? List.of(
                                RunReason.AS_RECORDED.of("high: 12 found, 0 allowed (evidence #" + evidence + ")"),
                                RunReason.AS_RECORDED.of("critical: 0 found, 0 allowed"))
                        : List.of(),
                refs);
        boolean waived = outcome == WAIVED;
        return new ProcedureResult(
                procedure,
                outcome,
                waived ? NOT_SATISFIED : null,
                waived ? procedure.id().equals("container-base-current") ? "W-2026-031" : "W-2026-044" : null,
                explanation,
                null);
    }

    private static RequirementResult requirement(
            RequirementRef ref, String title, List<RequirementResult.AppliedClaim> claims) {
        List<RequirementResult.AppliedClaim> counting = claims.stream()
                .filter(each -> each.strength() != Strength.SUPPORTS)
                .toList();
        Outcome worst =
                counting.stream().map(RequirementResult.AppliedClaim::outcome).reduce(SATISFIED, Outcome::worse);
        Outcome outcome = counting.isEmpty()
                ? UNMAPPED
                : worst == SATISFIED && counting.stream().noneMatch(each -> each.strength() == Strength.FULL)
                        ? PARTIAL
                        : worst;
        return new RequirementResult(
                ref,
                title,
                ref.framework().startsWith("iso")
                        ? List.of("internet-web-service", "personal-data")
                        : List.of("internet-web-service"),
                outcome,
                claims,
                new Explanation(
                        RunReason.AS_RECORDED.of(
                                counting.isEmpty()
                                        ? "No procedure of the policy claims this requirement."
                                        : counting.size() + " procedures claim it; the worst is " + worst.id() + "."),
                        List.of(),
                        List.of()));
    }

    static Procedure.Claim claim(String written) {
        String framework = switch (written.charAt(0)) {
            case 'n' -> "nist-800-53-r5";
            case 'i' -> "iso-27001-2022";
            default -> "ssdf-1.1";
        };
        String[] ids = written.charAt(0) == 'n' ? NIST : written.charAt(0) == 'i' ? ISO : SSDF;
        int index = Integer.parseInt(written.substring(1, written.length() - 1)) - 1;
        Strength strength = switch (written.charAt(written.length() - 1)) {
            case 'f' -> Strength.FULL;
            case 'p' -> Strength.PARTIAL;
            default -> Strength.SUPPORTS;
        };
        return new Procedure.Claim(new RequirementRef(framework, ids[index % ids.length]), strength);
    }

    static List<Archetype> archetypes(List<RequirementRef> refs) {
        return List.of(
                new Archetype(
                        "internet-web-service",
                        "Web service on the internet",
                        "Anybody on the internet can send it requests.",
                        new Selector(List.of(), "exposure in (internet, partner), kind = web"),
                        refs),
                new Archetype(
                        "personal-data",
                        "Processes personal data",
                        "It stores or shows data about people.",
                        new Selector(List.of(), "data = personal"),
                        refs.subList(0, 10)));
    }
}
