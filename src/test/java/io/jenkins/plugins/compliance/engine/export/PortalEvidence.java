package io.jenkins.plugins.compliance.engine.export;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.Place;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The evidence and the findings of {@link Portal}. */
public final class PortalEvidence {
    private static final String LEDGER = "1".repeat(32);
    private static final Instant START = Instant.parse("2026-11-20T16:00:00Z");

    private PortalEvidence() {}

    static List<Evidence> all() {
        List<Evidence> all = new ArrayList<>();
        all.add(entry(
                1,
                "pipeline",
                new Fact.Pipeline(Map.of("agent.on-controller", "false", "scm.clean", "true")),
                List.of()));
        all.add(entry(2, "scan-spotbugs", scan("spotbugs", "sast", true), List.of(report("spotbugs.sarif", 9, 20))));
        all.add(entry(3, "scan-spotbugs", scan("spotbugs", "sast", true), List.of(report("spotbugs.sarif", 12, 30))));
        all.add(entry(
                4,
                "scan-cppcheck",
                scan("cppcheck", "sast", false),
                List.of(report("cppcheck.xml", 0, 0)),
                "the file 000004-cppcheck.xml has another digest than the statement says"));
        all.add(entry(5, "scan-retire", scan("retire.js", "sca", true), List.of(report("retire.json", 12, 2))));
        all.add(entry(
                6, "scan-secretlint", scan("secretlint", "secrets", false), List.of(report("secretlint.sarif", 0, 0))));
        all.add(entry(
                7,
                "sbom",
                new Fact.Document(EvidenceKind.SBOM, "cyclonedx-maven", "2.9.3", true, List.of()),
                List.of(report("bom.json", 0, 0))));
        all.add(entry(
                8,
                "test-unit",
                new Fact.Document(EvidenceKind.TEST, null, null, true, List.of()),
                List.of(report("surefire.xml", 0, 0))));
        all.add(entry(9, "review", new Fact.Approval("review", "J. Lindqvist", START, "Reads well."), List.of()));
        all.add(entry(10, "threat-model", attestation("threat-model"), List.of()));
        all.add(entry(11, "scan-image", scan("trivy", "container", true), List.of(report("trivy.json", 1, 3))));
        all.add(entry(12, "scan-checkov", scan("checkov", "iac", true), List.of(report("checkov.json", 12, 0))));
        all.add(entry(13, "backup-restored", attestation("backup-restored"), List.of()));
        all.add(entry(14, "release", new Fact.Approval("release", "M. Ferreira", START, null), List.of()));
        all.add(entry(15, "training", attestation("training"), List.of()));
        all.add(entry(16, "tls", attestation("tls"), List.of()));
        all.add(entry(
                17, "scan-hostile", scan(Portal.HOSTILE, Portal.HOSTILE, true), List.of(report(Portal.HOSTILE, 1, 0))));
        all.add(entry(
                18,
                "scan-plan",
                new Fact.Plan(List.of(
                        new Fact.PlannedTool("spotbugs", "sast", true, null),
                        new Fact.PlannedTool(
                                "zap", "dast", false, RunReason.AS_RECORDED.of("zap.sh is not on the path")))),
                List.of()));
        return all;
    }

    /** Findings behind the evidence: twelve high ones of the source scanner and some of each other tool. */
    public static FindingsSource findings() {
        return findings(40);
    }

    /** The same with so many findings of the source scanner. */
    public static FindingsSource findings(int spotbugs) {
        return (evidence, visitor) -> {
            if (evidence.contains(ref(3))) {
                for (int i = 0; i < spotbugs; i++) {
                    visitor.visit(ref(3), sast(i));
                }
            }
            if (evidence.contains(ref(5))) {
                visitor.visit(ref(5), dependency());
            }
            if (evidence.contains(ref(12))) {
                visitor.visit(
                        ref(12),
                        finding(
                                "checkov",
                                "CKV_DOCKER_3",
                                "Ensure that a user is created",
                                Severity.HIGH,
                                "Dockerfile",
                                1));
            }
            if (evidence.contains(ref(17))) {
                visitor.visit(ref(17), hostile());
            }
        };
    }

    /** What names an entry. */
    public static EvidenceRef ref(long sequence) {
        return new EvidenceRef(LEDGER, sequence);
    }

    static List<Finding> read(FindingsSource source, Set<EvidenceRef> evidence) throws java.io.IOException {
        List<Finding> found = new ArrayList<>();
        source.forEach(evidence, (sequence, finding) -> found.add(finding));
        return found;
    }

    private static Finding sast(int i) {
        Severity severity = i % 3 == 0 ? Severity.HIGH : i % 3 == 1 ? Severity.MEDIUM : Severity.LOW;
        return new Finding(
                "SpotBugs",
                i % 2 == 0 ? "SQL_INJECTION_JDBC" : "PATH_TRAVERSAL_IN",
                i % 2 == 0 ? "Potential JDBC injection" : "Potential path traversal",
                i % 2 == 0
                        ? "This use of java/sql/Statement.executeQuery can be vulnerable to SQL injection"
                        : "This API reads a file whose location might be given by a user",
                severity,
                severity == Severity.HIGH ? 8.1 : null,
                new Place(
                        "src/main/java/org/example/billing/InvoiceSearch" + i / 4 + ".java",
                        40 + i,
                        9,
                        0,
                        "InvoiceSearch"),
                List.of(new CweClaim(i % 2 == 0 ? 89 : 22, CweClaim.Basis.FIELD)),
                List.of(),
                null,
                null,
                "https://find-sec-bugs.github.io/bugs.htm#SQL_INJECTION_JDBC",
                i == 7 ? new Finding.State(Finding.Kind.FAIL, "reviewed: constant path", null) : Finding.State.FAILURE,
                String.format(Locale.ROOT, "%032x", i + 1));
    }

    private static Finding dependency() {
        return new Finding(
                "retire.js",
                "jquery",
                "jquery 1.8.1",
                "Selector interpreted as HTML",
                Severity.HIGH,
                7.5,
                Place.of("src/main/webapp/vendor/jquery-1.8.1.min.js"),
                List.of(new CweClaim(79, CweClaim.Basis.FIELD)),
                List.of("CVE-2012-6708", "GHSA-2pqj-h3vj-pqgw"),
                "pkg:npm/jquery@1.8.1",
                "1.9.0",
                "https://nvd.nist.gov/vuln/detail/CVE-2012-6708",
                Finding.State.FAILURE,
                "a".repeat(32));
    }

    private static Finding hostile() {
        return new Finding(
                Portal.HOSTILE,
                Portal.HOSTILE,
                Portal.HOSTILE,
                Portal.HOSTILE,
                Severity.CRITICAL,
                null,
                new Place("../../" + Portal.HOSTILE, 1, 1, 1, Portal.HOSTILE),
                List.of(),
                List.of(Portal.HOSTILE),
                Portal.HOSTILE,
                Portal.HOSTILE,
                "javascript:alert(1)",
                Finding.State.FAILURE,
                "b".repeat(32));
    }

    /** A finding of high severity. */
    public static Finding finding(String tool, String rule, String message, String path, int line) {
        return finding(tool, rule, message, Severity.HIGH, path, line);
    }

    static Finding finding(String tool, String rule, String message, Severity severity, String path, int line) {
        return new Finding(
                tool,
                rule,
                null,
                message,
                severity,
                null,
                new Place(path, line, 0, 0, null),
                List.of(),
                List.of(),
                null,
                null,
                null,
                Finding.State.FAILURE,
                "c".repeat(32));
    }

    private static Fact.Scan scan(String tool, String category, boolean counts) {
        return new Fact.Scan(
                tool,
                null,
                "4.9.8",
                category,
                "sha256:" + "d".repeat(64),
                3,
                "exited",
                "findings",
                START,
                START.plusSeconds(14),
                counts,
                counts ? List.of() : List.of(RunReason.AS_RECORDED.of("the report ends in the middle of a result")));
    }

    private static Fact.Attestation attestation(String type) {
        return new Fact.Attestation(
                type,
                "Jonas Lindqvist",
                LocalDate.of(2026, 3, 3),
                LocalDate.of(2026, 9, 3),
                "Done and reviewed.",
                "https://example.org/records/" + type);
    }

    private static ReportFact report(String file, long high, long medium) {
        List<Tally.Cell> cells = new ArrayList<>();
        if (high > 0) {
            cells.add(new Tally.Cell(Severity.HIGH, List.of(), Tally.Age.UNKNOWN, high));
        }
        if (medium > 0) {
            cells.add(new Tally.Cell(Severity.MEDIUM, List.of(), Tally.Age.UNKNOWN, medium));
        }
        boolean broken = file.startsWith("secretlint");
        return new ReportFact(
                file,
                file.endsWith("sarif") ? "sarif" : "json",
                81_234,
                "e".repeat(64),
                !broken,
                high + medium,
                0,
                new Tally(cells),
                ReportSummary.ComponentCounts.NONE,
                ReportSummary.TestCounts.NONE,
                broken ? List.of(RunReason.AS_RECORDED.of("line 41: ends in the middle of a string")) : List.of(),
                null);
    }

    private static String digest(long sequence) {
        return String.format(Locale.ROOT, "%016x", 0x9E3779B97F4A7C15L * sequence)
                .repeat(4);
    }

    private static Evidence entry(long sequence, String name, Fact fact, List<ReportFact> reports, String... broken) {
        return new Evidence(
                LEDGER,
                sequence,
                name,
                START.plusSeconds(sequence * 20),
                START.plusSeconds(sequence * 20 + 5),
                new Origin("https://ci.example.org/", "shop/customer-portal", "417", null, null, "9f1c2e7", null),
                Tags.NONE,
                reports,
                fact,
                digest(sequence),
                broken.length == 0
                        ? new Evidence.Integrity.Verified()
                        : new Evidence.Integrity.Broken(Arrays.stream(broken)
                                .map(RunReason.AS_RECORDED::of)
                                .toList()));
    }
}
