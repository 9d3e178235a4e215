package io.jenkins.plugins.compliance.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.SourceRoot;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FindingComparisonTest {
    private static final Finding.State SUPPRESSED = new Finding.State(Finding.Kind.FAIL, "accepted", null);

    @Test
    void withoutEarlierEvidenceEveryAgeIsUnknown() {
        FindingComparison comparison = FindingComparison.none();
        assertThat(comparison.age(finding(1, Finding.State.FAILURE))).isEqualTo(Tally.Age.UNKNOWN);
        assertThat(comparison.fixed()).isZero();
    }

    @Test
    void newOutstandingAndFixed() {
        FindingComparison.Earlier earlier = new FindingComparison.Earlier();
        earlier.finding(finding(1, Finding.State.FAILURE));
        earlier.finding(finding(2, Finding.State.FAILURE));
        earlier.finding(finding(3, SUPPRESSED));
        FindingComparison comparison = FindingComparison.with(earlier);

        assertThat(comparison.age(finding(1, Finding.State.FAILURE))).isEqualTo(Tally.Age.OUTSTANDING);
        assertThat(comparison.age(finding(1, Finding.State.FAILURE))).isEqualTo(Tally.Age.OUTSTANDING);
        assertThat(comparison.age(finding(4, Finding.State.FAILURE))).isEqualTo(Tally.Age.NEW);
        assertThat(comparison.age(finding(3, Finding.State.FAILURE)))
                .as("its suppression was lifted")
                .isEqualTo(Tally.Age.NEW);
        assertThat(comparison.age(finding(2, SUPPRESSED))).isEqualTo(Tally.Age.UNKNOWN);
        assertThat(comparison.fixed()).isEqualTo(1);
        assertThat(comparison.fixedFingerprints()).containsExactly(fingerprint(2));
    }

    @Test
    void emptyEarlierEvidenceMakesEverythingNew() {
        FindingComparison comparison = FindingComparison.with(new FindingComparison.Earlier());
        assertThat(comparison.age(finding(1, Finding.State.FAILURE))).isEqualTo(Tally.Age.NEW);
    }

    @Test
    void agreesWithAPlainSet() {
        Random random = new Random(7);
        Set<String> plain = new HashSet<>();
        FindingComparison.Earlier earlier = new FindingComparison.Earlier();
        for (int i = 0; i < 20_000; i++) {
            String fingerprint = fingerprint(random.nextInt(30_000));
            plain.add(fingerprint);
            earlier.fingerprint(fingerprint);
        }
        earlier.fingerprint("not a fingerprint");
        FindingComparison comparison = FindingComparison.with(earlier);
        for (int i = 0; i < 15_000; i++) {
            assertThat(comparison.age(finding(i, Finding.State.FAILURE)) == Tally.Age.OUTSTANDING)
                    .isEqualTo(plain.remove(fingerprint(i)));
        }
        assertThat(comparison.fixed()).isEqualTo(plain.size());
        assertThat(comparison.fixedFingerprints()).containsExactlyElementsOf(new TreeSet<>(plain));
    }

    @Test
    void theTallyCountsByAge() throws IOException {
        Finding known = finding(0, Finding.State.FAILURE);
        FindingComparison.Earlier earlier = new FindingComparison.Earlier();
        new ReportCollector(earlier, Limits.DEFAULTS).finding(known);

        ReportCollector collector = new ReportCollector(
                ReportSink.NONE, Limits.DEFAULTS, FindingComparison.with(earlier), SourceRoot.UNKNOWN);
        collector.finding(known);
        collector.finding(known);

        assertThat(collector.summary("x", true).tally().cells())
                .extracting(Tally.Cell::age)
                .containsExactly(Tally.Age.NEW, Tally.Age.OUTSTANDING);
    }

    private static String fingerprint(int number) {
        return String.format("%08x%024x", number * 0x9e3779b9, number);
    }

    private static Finding finding(int number, Finding.State state) {
        return new Finding(
                "tool",
                "rule",
                null,
                "message",
                Severity.HIGH,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                state,
                fingerprint(number));
    }
}
