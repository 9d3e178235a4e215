package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerLayout;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.DetailsReader;
import io.jenkins.plugins.compliance.engine.report.ReportSink;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The elements of reports that an evidence folder keeps. Reading the folder has checked their digests already.
 *
 * @param folder the evidence folder
 */
public record FolderDetailsSource(Path folder) implements DetailsSource {
    @Override
    public void read(Evidence entry, ReportFact report, ReportSink sink) throws IOException {
        ReportFact.Details details = report.details();
        if (details == null) {
            throw new DetailsException(
                    OutcomeReason.DETAILS_NOT_KEPT.of(entry.ref().argument(), report.format()));
        }
        Path file = folder.resolve(LedgerLayout.FILES).resolve(details.file());
        if (!Files.isRegularFile(file)) {
            throw new DetailsException(
                    OutcomeReason.DETAILS_GONE.of(entry.ref().argument(), report.format(), details.file()));
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            DetailsReader.read(in, sink, Limits.DEFAULTS);
        }
    }
}
