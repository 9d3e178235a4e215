package io.jenkins.plugins.compliance.engine.export;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.intake.EarlierFindings;
import io.jenkins.plugins.compliance.engine.report.FindingComparison;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which findings of a scan are new, as it was counted when the scan was recorded: against the newest run of the same
 * tool and directory in a build before that counts and was verified. Evidence keeps counts by age, not the age of each finding.
 */
final class FindingAges {
    private final Map<EvidenceRef, FindingComparison> comparisons = new HashMap<>();

    /**
     * Reads the findings of the earlier runs.
     *
     * @param ledger the evidence of an assessment, in order of sequence
     * @param asked the evidence whose findings will be asked about
     * @param source gives the findings
     */
    static FindingAges of(List<Evidence> ledger, Set<EvidenceRef> asked, FindingsSource source) throws IOException {
        FindingAges ages = new FindingAges();
        for (int i = 0; i < ledger.size(); i++) {
            Evidence each = ledger.get(i);
            if (each.fact() instanceof Fact.Scan scan && asked.contains(each.ref()) && wasCompared(each)) {
                Optional<Evidence> earlier =
                        earlier(ledger.subList(0, i), scan, each.origin().build());
                if (earlier.isPresent()) {
                    ages.comparisons.put(each.ref(), comparison(earlier.get().ref(), source));
                }
            }
        }
        return ages;
    }

    private static Optional<Evidence> earlier(List<Evidence> before, Fact.Scan scan, String build) {
        for (int i = before.size() - 1; i >= 0; i--) {
            if (EarlierFindings.isComparable(before.get(i), scan.tool(), scan.directory(), build)) {
                return Optional.of(before.get(i));
            }
        }
        return Optional.empty();
    }

    /** The age of a finding; unknown where there is nothing to compare with. */
    Tally.Age of(EvidenceRef evidence, Finding finding) {
        FindingComparison comparison = comparisons.get(evidence);
        return comparison == null ? Tally.Age.UNKNOWN : comparison.age(finding);
    }

    private static boolean wasCompared(Evidence evidence) {
        return evidence.reports().stream()
                .flatMap(report -> report.tally().cells().stream())
                .anyMatch(cell -> cell.age() != Tally.Age.UNKNOWN);
    }

    private static FindingComparison comparison(EvidenceRef earlier, FindingsSource source) throws IOException {
        FindingComparison.Earlier findings = new FindingComparison.Earlier();
        source.forEach(Set.of(earlier), (evidence, finding) -> findings.finding(finding));
        return FindingComparison.with(findings);
    }
}
