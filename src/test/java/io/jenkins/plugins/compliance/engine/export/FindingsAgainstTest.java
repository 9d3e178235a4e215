package io.jenkins.plugins.compliance.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.policy.Check.Thresholds;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.Tally.Age;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsAgainstTest {
    private static Finding finding(String rule, Severity severity, Integer... cwes) {
        return new Finding(
                "tool",
                rule,
                null,
                "message",
                severity,
                null,
                null,
                Arrays.stream(cwes)
                        .map(cwe -> new CweClaim(cwe, CweClaim.Basis.FIELD))
                        .toList(),
                List.of(),
                null,
                null,
                null,
                Finding.State.FAILURE,
                "");
    }

    private static List<String> rules(FindingsAgainst against) {
        return against.shown().first().stream()
                .map(each -> each.finding().rule())
                .toList();
    }

    @Test
    void onlyThoseOfASeverityOverItsBoundAreShown() {
        FindingsAgainst against = new FindingsAgainst(
                new Thresholds(Map.of(Severity.HIGH, 0, Severity.LOW, 1), Map.of(), false), false, 9);
        against.add(PortalEvidence.ref(1), finding("low", Severity.LOW), Age.UNKNOWN);
        against.add(PortalEvidence.ref(1), finding("medium", Severity.MEDIUM), Age.UNKNOWN);
        against.add(PortalEvidence.ref(1), finding("high", Severity.HIGH), Age.UNKNOWN);
        assertThat(rules(against)).containsExactly("high");
        assertThat(against.shown().total()).isEqualTo(1);
        against.add(PortalEvidence.ref(1), finding("low again", Severity.LOW), Age.UNKNOWN);
        assertThat(rules(against)).containsExactly("high", "low", "low again");
    }

    @Test
    void onlyThoseOfAWeaknessOverItsBoundAreShownWithItsKinds() {
        FindingsAgainst against =
                new FindingsAgainst(new Thresholds(Map.of(Severity.HIGH, 1), Map.of(74, 0, 20, 5), false), false, 9);
        against.add(PortalEvidence.ref(1), finding("other", Severity.CRITICAL, 327), Age.UNKNOWN);
        against.add(PortalEvidence.ref(1), finding("injection", Severity.LOW, 89), Age.UNKNOWN);
        against.add(PortalEvidence.ref(1), finding("unknown", Severity.HIGH), Age.UNKNOWN);
        assertThat(rules(against)).as("CWE-89 is a kind of CWE-74").containsExactly("injection");
        assertThat(against.shown().more()).isZero();
    }

    @Test
    void whereOnlyNewOnesCountOutstandingOnesAreNotShown() {
        FindingsAgainst against =
                new FindingsAgainst(new Thresholds(Map.of(Severity.HIGH, 0), Map.of(), true), false, 9);
        for (Age age : Age.values()) {
            against.add(PortalEvidence.ref(1), finding(age.name(), Severity.HIGH), age);
        }
        assertThat(against.newOnly()).isTrue();
        assertThat(rules(against)).containsExactly("NEW", "UNKNOWN");
    }

    @Test
    void eachScanIsHeldAgainstTheBoundByItselfAndReportsTogether() {
        Thresholds one = new Thresholds(Map.of(Severity.HIGH, 1), Map.of(), false);
        for (boolean together : new boolean[] {false, true}) {
            FindingsAgainst against = new FindingsAgainst(one, together, 9);
            against.add(PortalEvidence.ref(1), finding("a", Severity.HIGH), Age.UNKNOWN);
            against.add(PortalEvidence.ref(2), finding("b", Severity.HIGH), Age.UNKNOWN);
            against.add(PortalEvidence.ref(2), finding("c", Severity.LOW), Age.UNKNOWN);
            assertThat(rules(against)).isEqualTo(together ? List.of("a", "b") : List.of("a", "b", "c"));
            against.add(PortalEvidence.ref(2), finding("d", Severity.HIGH), Age.UNKNOWN);
            assertThat(rules(against)).isEqualTo(together ? List.of("a", "b", "d") : List.of("b", "d"));
        }
    }

    @Test
    void theWorstComeFirstAndTheRestIsCounted() {
        FindingsAgainst against = new FindingsAgainst(Thresholds.NONE, false, 2);
        for (Severity severity : List.of(Severity.LOW, Severity.CRITICAL, Severity.HIGH)) {
            against.add(PortalEvidence.ref(1), finding(severity.id(), severity), Age.UNKNOWN);
        }
        assertThat(rules(against)).containsExactly("critical", "high");
        assertThat(against.shown().total()).isEqualTo(3);
        assertThat(against.shown().more()).isEqualTo(1);
    }
}
