package io.jenkins.plugins.compliance.engine.evidence.ledger;

import io.jenkins.plugins.compliance.engine.evidence.KeptFile;
import io.jenkins.plugins.compliance.engine.evidence.fact.Observation;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The kept files that an observation names. */
final class KeptFiles {
    private KeptFiles() {}

    /**
     * The files, in the order of the reports.
     *
     * @param sequence the entry that they must have been kept for
     * @throws IllegalArgumentException when one was not kept for this entry, is not there, or is named twice
     */
    static List<KeptFile> of(Observation observation, long sequence, EvidenceFiles files) throws IOException {
        List<KeptFile> kept = new ArrayList<>();
        for (ReportFact report : observation.reports()) {
            if (report.file() != null) {
                kept.add(new KeptFile(report.file(), report.size(), report.sha256()));
            }
            ReportFact.Details details = report.details();
            if (details != null) {
                kept.add(new KeptFile(details.file(), details.size(), details.sha256()));
            }
        }
        Set<String> names = new HashSet<>();
        for (KeptFile file : kept) {
            if (!names.add(file.name())) {
                throw new IllegalArgumentException(file.name() + " is named twice in one observation");
            }
            if (!file.name().startsWith(LedgerLayout.numbered(sequence, ""))) {
                throw new IllegalArgumentException(file.name() + " was not kept for entry " + sequence);
            }
            if (!files.has(file)) {
                throw new IllegalArgumentException(file.name() + " is not there, or has another size than stated");
            }
        }
        return kept;
    }
}
