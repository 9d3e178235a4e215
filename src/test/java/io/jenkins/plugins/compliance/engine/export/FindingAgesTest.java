package io.jenkins.plugins.compliance.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.ReportSummary.ComponentCounts;
import io.jenkins.plugins.compliance.engine.report.ReportSummary.TestCounts;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import io.jenkins.plugins.compliance.engine.report.finding.Tally.Age;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingAgesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T16:00:00Z");
    private static final Finding OLD = finding("1");
    private static final Finding FRESH = finding("2");

    private static Finding finding(String digit) {
        Finding plain = PortalEvidence.finding("tool", "rule", "message", "a.txt", 1);
        return new Finding(
                plain.tool(),
                plain.rule(),
                plain.title(),
                plain.message(),
                plain.severity(),
                plain.score(),
                plain.place(),
                plain.cwes(),
                plain.advisories(),
                plain.component(),
                plain.fixedIn(),
                plain.help(),
                plain.state(),
                digit.repeat(32));
    }

    private static Evidence scan(long sequence, String tool, boolean counts, boolean verified, Age age) {
        ReportFact report = new ReportFact(
                null,
                "sarif",
                1,
                "0".repeat(64),
                true,
                1,
                0,
                new Tally(List.of(new Tally.Cell(Severity.HIGH, List.of(), age, 1))),
                ComponentCounts.NONE,
                TestCounts.NONE,
                List.of(),
                null);
        Fact fact =
                new Fact.Scan(tool, null, null, "sast", "sha256:0", 0, "exited", "ran", NOW, NOW, counts, List.of());
        return new Evidence(
                LEDGER,
                sequence,
                "scan-" + tool,
                NOW,
                NOW,
                new Origin("test", "shop", String.valueOf(sequence), null, null, null, null),
                Tags.NONE,
                List.of(report),
                fact,
                "0".repeat(64),
                verified
                        ? new Evidence.Integrity.Verified()
                        : new Evidence.Integrity.Broken(List.of(RunReason.AS_RECORDED.of("changed"))));
    }

    private static final String LEDGER = "1".repeat(32);

    private static EvidenceRef ref(long sequence) {
        return new EvidenceRef(LEDGER, sequence);
    }

    private static FindingAges ages(Evidence... ledger) throws IOException {
        Map<EvidenceRef, List<Finding>> kept =
                Map.of(ref(1), List.of(OLD), ref(2), List.of(FRESH), ref(9), List.of(OLD, FRESH));
        FindingsSource source = (evidence, visitor) -> {
            for (EvidenceRef each : evidence) {
                for (Finding finding : kept.getOrDefault(each, List.of())) {
                    visitor.visit(each, finding);
                }
            }
        };
        return FindingAges.of(List.of(ledger), Set.of(ref(9)), source);
    }

    @Test
    void whatTheLastRunOfTheToolHadIsOutstanding() throws IOException {
        FindingAges ages = ages(scan(1, "a", true, true, Age.UNKNOWN), scan(9, "a", true, true, Age.NEW));
        assertThat(ages.of(ref(9), OLD)).isEqualTo(Age.OUTSTANDING);
        assertThat(ages.of(ref(9), FRESH)).isEqualTo(Age.NEW);
        assertThat(ages.of(ref(1), OLD)).as("nobody asked about it").isEqualTo(Age.UNKNOWN);
    }

    @Test
    void runsOfOtherToolsAndRunsThatDoNotCountAreNoComparison() throws IOException {
        Evidence last = scan(9, "a", true, true, Age.NEW);
        assertThat(ages(scan(1, "b", true, true, Age.UNKNOWN), last).of(ref(9), OLD))
                .isEqualTo(Age.UNKNOWN);
        Evidence first = scan(1, "a", true, true, Age.UNKNOWN);
        assertThat(ages(first, scan(2, "a", false, true, Age.NEW), last).of(ref(9), OLD))
                .isEqualTo(Age.OUTSTANDING);
        assertThat(ages(first, scan(2, "a", true, false, Age.NEW), last).of(ref(9), OLD))
                .isEqualTo(Age.OUTSTANDING);
        assertThat(ages(first, scan(2, "a", true, true, Age.NEW), last).of(ref(9), OLD))
                .isEqualTo(Age.NEW);
    }

    @Test
    void whatWasNotComparedWhenItWasRecordedIsNotComparedNow() throws IOException {
        assertThat(ages(scan(1, "a", true, true, Age.UNKNOWN), scan(9, "a", true, true, Age.UNKNOWN))
                        .of(ref(9), OLD))
                .isEqualTo(Age.UNKNOWN);
    }
}
