package io.jenkins.plugins.compliance.cli;

import io.jenkins.plugins.compliance.engine.assess.DetailsSource;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.LedgerLayout;
import io.jenkins.plugins.compliance.engine.evidence.ReportFact;
import io.jenkins.plugins.compliance.engine.export.FindingVisitor;
import io.jenkins.plugins.compliance.engine.export.FindingsSource;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.DetailsReader;
import io.jenkins.plugins.compliance.engine.report.Finding;
import io.jenkins.plugins.compliance.engine.report.ReportSink;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The elements of reports that an evidence folder keeps. Reading the folder has checked their digests already.
 *
 * @param folder the evidence folder
 * @param evidence its entries
 */
record KeptDetails(Path folder, List<Evidence> evidence) implements DetailsSource, FindingsSource {
    @Override
    public void read(Evidence entry, ReportFact report, ReportSink sink) throws IOException {
        ReportFact.Details details = report.details();
        if (details == null) {
            throw new IOException("the elements of the " + report.format() + " report of evidence " + entry.sequence()
                    + " are not kept");
        }
        Path file = folder.resolve(LedgerLayout.FILES).resolve(details.file());
        if (!Files.isRegularFile(file)) {
            throw new IOException("the elements of the " + report.format() + " report of evidence " + entry.sequence()
                    + " are gone: " + details.file() + " is not there");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            DetailsReader.read(in, sink, Limits.DEFAULTS);
        }
    }

    @Override
    public void forEach(Set<Long> wanted, FindingVisitor visitor) throws IOException {
        for (Evidence entry : evidence) {
            if (wanted.contains(entry.sequence())) {
                for (ReportFact report : entry.reports()) {
                    if (report.details() != null) {
                        read(entry, report, new ReportSink() {
                            @Override
                            public void finding(Finding finding) throws IOException {
                                visitor.visit(entry.sequence(), finding);
                            }
                        });
                    }
                }
            }
        }
    }
}
