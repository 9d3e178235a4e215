package io.jenkins.plugins.compliance.engine.evidence.intake;

import io.jenkins.plugins.compliance.engine.evidence.BuildOrder;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.KeptFile;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerLayout;
import io.jenkins.plugins.compliance.engine.io.BoundedInputStream;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.DetailsReader;
import io.jenkins.plugins.compliance.engine.report.FindingComparison;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** Tells which findings a tool had in its last evidence, so that those of a new run are new or outstanding. */
@FunctionalInterface
public interface EarlierFindings {
    /** There is no earlier evidence. */
    EarlierFindings NONE = (tool, directory, build) -> FindingComparison.none();

    /**
     * The comparison with the last evidence of a tool, a fresh one for each reading.
     *
     * @param tool id of the tool
     * @param directory what it scans, relative to the workspace; empty for all of it
     * @param build id of the build that it scans for
     */
    FindingComparison of(String tool, String directory, String build) throws IOException;

    /**
     * Whether the findings of a run are to be compared with those of an earlier one: of the same tool and the same directory, in a
     * build before. What another run of the same build found does not make a finding an old one.
     */
    static boolean isComparable(Evidence earlier, String tool, String directory, String build) {
        return earlier.fact() instanceof Fact.Scan scan
                && scan.tool().equals(tool)
                && scan.directory().equals(directory)
                && scan.counts()
                && earlier.integrity() instanceof Evidence.Integrity.Verified
                && BuildOrder.isBefore(earlier.origin().build(), build);
    }

    /**
     * Findings of the newest comparable run that counts, among evidence that was verified. Where its elements are not there any
     * more, or are not those that the evidence names, nothing is known of earlier findings, and no finding passes for an old one.
     *
     * @param evidence entries of the ledger, oldest first
     * @param folder the evidence folder
     * @param limits bounds to hold
     */
    static EarlierFindings in(List<Evidence> evidence, Path folder, Limits limits) {
        return (tool, directory, build) -> {
            for (int i = evidence.size() - 1; i >= 0; i--) {
                Evidence each = evidence.get(i);
                if (isComparable(each, tool, directory, build)) {
                    return comparison(each, folder, limits);
                }
            }
            return FindingComparison.none();
        };
    }

    private static FindingComparison comparison(Evidence evidence, Path folder, Limits limits) throws IOException {
        FindingComparison.Earlier findings = new FindingComparison.Earlier();
        for (ReportFact report : evidence.reports()) {
            ReportFact.Details details = report.details();
            Path file = details == null || !KeptFile.isName(details.file())
                    ? null
                    : folder.resolve(LedgerLayout.FILES).resolve(details.file());
            if (details == null
                    || file == null
                    || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    || !isUnchanged(file, details)) {
                return FindingComparison.none();
            }
            try (InputStream in = Files.newInputStream(file)) {
                DetailsReader.read(new BoundedInputStream(in, "reportBytes", limits.reportBytes()), findings, limits);
            }
        }
        return FindingComparison.with(findings);
    }

    private static boolean isUnchanged(Path file, ReportFact.Details details) throws IOException {
        return Files.size(file) == details.size() && ReportIntake.digest(file).equals(details.sha256());
    }
}
