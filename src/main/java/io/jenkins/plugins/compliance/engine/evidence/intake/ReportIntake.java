package io.jenkins.plugins.compliance.engine.evidence.intake;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.KeptFile;
import io.jenkins.plugins.compliance.engine.evidence.Sha256;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Ledger;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.DetailsWriter;
import io.jenkins.plugins.compliance.engine.report.FindingComparison;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import io.jenkins.plugins.compliance.engine.report.ReportSink;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Takes one report in: keeps it under a name of our own, reads it once, keeps its elements, and counts its findings by age.
 * Memory does not grow with the report.
 *
 * @param readers readers of all formats
 * @param limits bounds to hold
 */
record ReportIntake(ReportReaders readers, Limits limits) {
    private static final Pattern ENDING = Pattern.compile("[a-z0-9]{1,8}");

    /**
     * What was taken in.
     *
     * @param fact what evidence says of it
     * @param summary what the reading found
     */
    record Taken(ReportFact fact, ReportSummary summary) {}

    /**
     * Takes a report in, for the next entry of a ledger.
     *
     * @param ledger keeps the files
     * @param name name for the files, without ending, in the form of {@link KeptFile#name()}
     * @param file the report; nobody changes it meanwhile
     * @param format id of its format; null to recognise it
     * @param keep whether the report itself may be kept; its elements are in any case
     * @param comparison tells the age of findings
     * @throws IOException when a file can't be read or kept; what is wrong with the report itself is in the fact
     */
    Taken take(
            Ledger ledger,
            String name,
            Path file,
            @CheckForNull String format,
            boolean keep,
            FindingComparison comparison)
            throws IOException {
        long size = Files.size(file);
        KeptFile raw = null;
        if (keep && size <= limits.reportBytes()) {
            try (InputStream in = Files.newInputStream(file)) {
                raw = ledger.store(name + "." + ending(file), in);
            }
        }
        Reading reading = read(ledger, name + ".details.jsonl", ReportSource.ofFile(file), format, comparison);
        String sha256 = raw != null ? raw.sha256() : digest(file);
        return new Taken(fact(raw, size, sha256, reading), reading.summary());
    }

    /** What one reading gave. */
    private record Reading(
            ReportSummary summary, @CheckForNull ReportFact.Details details, List<Phrase> remarks) {}

    private Reading read(
            Ledger ledger,
            String detailsName,
            ReportSource source,
            @CheckForNull String format,
            FindingComparison comparison)
            throws IOException {
        try {
            ReportSummary[] summary = new ReportSummary[1];
            KeptFile kept = ledger.write(detailsName, out -> {
                try (DetailsWriter writer = new DetailsWriter(out)) {
                    summary[0] = readers.read(source, format, writer, limits, comparison);
                }
            });
            ReportFact.Details details = new ReportFact.Details(kept.name(), kept.size(), kept.sha256());
            return new Reading(summary[0], details, List.of());
        } catch (LimitExceededException e) {
            // Only what keeps the elements can say so: a report over a limit gives an incomplete summary.
            ReportSummary summary = readers.read(source, format, ReportSink.NONE, limits, comparison);
            return new Reading(summary, null, List.of(RunReason.ELEMENTS_NOT_KEPT.of(e.getMessage())));
        }
    }

    private static ReportFact fact(@CheckForNull KeptFile raw, long size, String sha256, Reading reading) {
        ReportSummary summary = reading.summary();
        List<Phrase> problems = new ArrayList<>(summary.problems().stream()
                .map(problem -> RunReason.AS_RECORDED.of(OneLine.of(problem.toString())))
                .toList());
        problems.addAll(reading.remarks());
        if (summary.problemCount() > summary.problems().size()) {
            problems.add(RunReason.AND_MORE.of(
                    summary.problemCount() - summary.problems().size()));
        }
        return new ReportFact(
                raw == null ? null : raw.name(),
                summary.format(),
                size,
                sha256,
                summary.complete(),
                summary.results(),
                summary.suppressed(),
                summary.tally(),
                summary.components(),
                summary.tests(),
                problems,
                reading.details(),
                summary.validUntil());
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return ENDING.matcher(ending).matches() ? ending : "report";
    }

    /** The digest of a file, read as a stream. */
    static String digest(Path file) throws IOException {
        MessageDigest sha = Sha256.start();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}
