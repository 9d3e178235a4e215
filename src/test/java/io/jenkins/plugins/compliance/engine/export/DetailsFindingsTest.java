package io.jenkins.plugins.compliance.engine.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.assess.DetailsSource;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DetailsFindingsTest {
    private static final DetailsSource DETAILS = (evidence, report, sink) -> {
        if (evidence.sequence() == 5) {
            throw new IOException("000005-retire.jsonl is gone");
        }
        sink.finding(PortalEvidence.finding(evidence.name(), "rule", "message", "a.txt", 1));
    };

    private final List<Evidence> evidence =
            PortalEvidence.all().stream().map(DetailsFindingsTest::withDetails).toList();

    @Test
    void readsTheEvidenceThatIsAskedForAndNamesWhatItCannotRead() throws Exception {
        DetailsFindings findings = new DetailsFindings(evidence, DETAILS);
        List<String> seen = new ArrayList<>();
        findings.forEach(
                Set.of(PortalEvidence.ref(3), PortalEvidence.ref(5), PortalEvidence.ref(12)),
                (ref, finding) -> seen.add(ref + finding.tool()));
        findings.forEach(Set.of(PortalEvidence.ref(5)), (ref, finding) -> seen.add(ref + finding.tool()));
        assertThat(seen).containsExactly("3scan-spotbugs", "12scan-checkov");
        assertThat(findings.unreadable())
                .containsExactly("findings of evidence #5 scan-retire can't be shown: 000005-retire.jsonl is gone");
    }

    @Test
    void letsThroughWhatTheVisitorThrows() {
        DetailsFindings findings = new DetailsFindings(evidence, DETAILS);
        assertThatThrownBy(() -> findings.forEach(Set.of(PortalEvidence.ref(3)), (sequence, finding) -> {
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
        assertThat(findings.unreadable()).isEmpty();
    }

    private static Evidence withDetails(Evidence old) {
        List<ReportFact> reports = old.reports().stream()
                .map(each -> new ReportFact(
                        each.file(),
                        each.format(),
                        each.size(),
                        each.sha256(),
                        each.complete(),
                        each.results(),
                        each.suppressed(),
                        each.tally(),
                        each.components(),
                        each.tests(),
                        each.problems(),
                        new ReportFact.Details("details.jsonl", 1, "f".repeat(64))))
                .toList();
        return new Evidence(
                old.ledger(),
                old.sequence(),
                old.name(),
                old.observedAt(),
                old.recordedAt(),
                old.origin(),
                old.tags(),
                reports,
                old.fact(),
                old.digest(),
                old.integrity());
    }
}
