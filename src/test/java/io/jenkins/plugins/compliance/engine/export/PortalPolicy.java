package io.jenkins.plugins.compliance.engine.export;

import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.CweMapping;
import io.jenkins.plugins.compliance.engine.policy.Framework;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The policy that {@link Portal} is judged under. */
final class PortalPolicy {
    static final String PLAYBOOK = """
            # A finding of the source scanner

            1. Open the place that the finding names and read the *data flow*: where does the value come from?
            2. If it comes from outside, mend it there. See [the handbook](https://example.org/handbook/injection).
            3. If it can't come from outside, suppress it **in the source**, with the reason.

            ```java
            try (PreparedStatement query = connection.prepareStatement("select * from invoice where id = ?")) {
                query.setLong(1, id);
            }
            ```

            > A finding that nobody understands is not a false positive.

            - [not a link](javascript:alert(1)) and <img src=x onerror=alert(1)> stay text.
            - `code <b>` stays code.
            """;

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("SA-11", "Developer testing and evaluation"),
            Map.entry("SA-11(1)", "Static code analysis"),
            Map.entry("RA-5", "Vulnerability monitoring and scanning"),
            Map.entry("IA-5(7)", "No embedded unencrypted static authenticators"),
            Map.entry("SR-4", "Provenance"),
            Map.entry("CA-8", "Penetration testing"),
            Map.entry("CM-6", "Configuration settings"),
            Map.entry("A.8.28", "Secure coding"),
            Map.entry("A.8.8", "Management of technical vulnerabilities"),
            Map.entry("A.8.29", "Security testing in development and acceptance"),
            Map.entry("PW.7.2", "Perform the code review or code analysis"),
            Map.entry("PW.4.4", "Verify that acquired components comply"));

    private PortalPolicy() {}

    static Framework framework(String id, String title, String... requirements) {
        return new Framework(
                id,
                title,
                "1",
                id.startsWith("iso") ? "ISO" : "National Institute of Standards and Technology",
                id.startsWith("iso") ? "https://www.iso.org/standard/27001" : "https://csrc.nist.gov/pubs",
                "2022",
                "The text is with the publisher.",
                Arrays.stream(requirements)
                        .map(each -> new Framework.Requirement(
                                each, TITLES.getOrDefault(each, "Requirement " + each), null, false, null))
                        .toList(),
                List.of());
    }

    static Procedure procedure(Object[] row, Function<String, Procedure.Claim> claim) {
        String id = (String) row[0];
        String claims = (String) row[5];
        boolean scanned = id.matches("sast.*|deps.*|secrets.*|container.*|iac.*|memory.*|hostile");
        return new Procedure(
                id,
                (String) row[1],
                id.equals("hostile") ? Portal.HOSTILE : row[1] + "; mend what it shows before you merge.",
                "What is found before a release costs minutes, what is found after it costs days and trust.",
                Procedure.Role.valueOf(((String) row[2]).toUpperCase(Locale.ROOT)),
                Procedure.Phase.valueOf(((String) row[3]).toUpperCase(Locale.ROOT)),
                Selector.EVERYTHING,
                claims.isEmpty()
                        ? List.of()
                        : Arrays.stream(claims.split(" ")).map(claim).toList(),
                scanned
                        ? new Check.Scan(
                                "sast",
                                null,
                                new Check.Thresholds(Map.of(Severity.CRITICAL, 0, Severity.HIGH, 0), Map.of(), false))
                        : new Check.Attestation(id, List.of(), null),
                scanned ? new Cadence.EveryBuild() : new Cadence.Every(Period.ofMonths(3), "quarterly"),
                id.equals("hostile")
                        ? new Procedure.Guidance(
                                Portal.HOSTILE, Portal.HOSTILE, Portal.HOSTILE, null, List.of(Portal.HOSTILE))
                        : new Procedure.Guidance(
                                "30 min",
                                "./mvnw -q spotbugs:spotbugs && open target/spotbugsXml.xml",
                                "Don't raise the threshold, and don't exclude the file from the scan.",
                                scanned ? "playbooks/scan-finding.md" : null,
                                List.of("NIST SP 800-218, PW.7")));
    }

    static PolicyPack pack(List<Framework> frameworks, List<Procedure> procedures, List<RequirementRef> refs) {
        Map<String, Framework> byId = new TreeMap<>();
        frameworks.forEach(each -> byId.put(each.id(), each));
        return new PolicyPack(
                "acme-appsec",
                "ACME application security",
                "2026.11",
                "2026-11-01",
                "sha256:5f2b9c0f7a1d4e3c8b6a90e1d2c3b4a5968778695a4b3c2d1e0f9a8b7c6d5e4f",
                List.of(),
                byId,
                List.of(),
                Portal.archetypes(refs),
                procedures,
                List.of(),
                List.of(new CweMapping(
                        89, new RequirementRef("nist-800-53-r5", "SA-11(1)"), "Static analysis finds it.")),
                Map.of("playbooks/scan-finding.md", PLAYBOOK));
    }
}
