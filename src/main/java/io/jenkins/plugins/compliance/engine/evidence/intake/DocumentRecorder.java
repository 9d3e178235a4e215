package io.jenkins.plugins.compliance.engine.evidence.intake;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.Observation;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Ledger;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.FindingComparison;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.scan.ReportHealth;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import io.jenkins.plugins.compliance.engine.wording.Argument;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes evidence of reports that were made elsewhere: scan reports, bills of materials, test results. */
public final class DocumentRecorder {
    private final Ledger ledger;
    private final ReportIntake intake;
    private final Origin origin;
    private final Tags tags;

    /**
     * @param ledger takes the evidence
     * @param readers readers of all formats
     * @param limits bounds to hold
     * @param origin whose evidence it is
     * @param tags tags of the application
     */
    public DocumentRecorder(Ledger ledger, ReportReaders readers, Limits limits, Origin origin, Tags tags) {
        this.ledger = ledger;
        this.intake = new ReportIntake(readers, limits);
        this.origin = origin;
        this.tags = tags;
    }

    /**
     * Documents to be recorded as one entry.
     *
     * @param kind {@link EvidenceKind#REPORT}, {@link EvidenceKind#SBOM} or {@link EvidenceKind#TEST}
     * @param name name of the evidence, in the form of {@link Observation#name()}
     * @param format id of their format; null to recognise each
     * @param files the files, at least one; nobody changes them meanwhile
     * @param notBefore a file that was written earlier is left over from another build and does not count; null for any age
     */
    public record Documents(
            EvidenceKind kind,
            String name,
            @CheckForNull String format,
            List<Path> files,
            @CheckForNull Instant notBefore) {
        /** Takes a copy of the files. */
        public Documents {
            files = List.copyOf(files);
            if (!kind.isDocument()) {
                throw new IllegalArgumentException(
                        kind.id() + " is not evidence of documents; expected report, sbom or test");
            }
            if (files.isEmpty()) {
                throw new IllegalArgumentException("no file to record as " + kind.id());
            }
        }
    }

    /**
     * Records documents.
     *
     * @param documents the documents
     * @param observedAt when they were seen
     * @throws IOException when a file can't be read or the entry can't be written; then nothing was recorded
     */
    public Evidence record(Documents documents, Instant observedAt) throws IOException {
        List<ReportFact> reports = new ArrayList<>();
        List<Phrase> reasons = new ArrayList<>();
        ToolRun run = null;
        int number = 0;
        for (Path file : documents.files()) {
            number++;
            String name = documents.files().size() == 1 ? documents.name() : documents.name() + "-" + number;
            ReportIntake.Taken taken =
                    intake.take(ledger, name, file, documents.format(), true, FindingComparison.none());
            reports.add(taken.fact());
            String shown = OneLine.of(String.valueOf(file.getFileName()));
            for (Phrase reason : doubts(documents, file, taken.summary())) {
                reasons.add(RunReason.IN_FILE.of(shown, reason).withTexts(OneLine::of));
            }
            run = run == null ? taken.summary().runs().stream().findFirst().orElse(null) : run;
        }
        if (reports.stream().noneMatch(report -> holds(documents.kind(), report))) {
            reasons.add(
                    RunReason.NOTHING_OF_KIND.of(Argument.term(documents.kind().id())));
        }
        String version = run == null ? null : run.version();
        Fact.Document fact = new Fact.Document(
                documents.kind(),
                run == null ? null : OneLine.of(run.tool()),
                version == null ? null : OneLine.of(version),
                reasons.isEmpty(),
                reasons);
        return ledger.append(new Observation(documents.name(), observedAt, origin, tags, reports, fact));
    }

    private static List<Phrase> doubts(Documents documents, Path file, ReportSummary summary) throws IOException {
        List<Phrase> doubts = new ArrayList<>(ReportHealth.failures(summary, ReportHealth.PLAIN));
        Instant written = Files.getLastModifiedTime(file).toInstant();
        Instant notBefore = documents.notBefore();
        if (notBefore != null && written.isBefore(notBefore)) {
            doubts.add(RunReason.WRITTEN_BEFORE_BUILD.of(written, notBefore));
        }
        return doubts;
    }

    private static boolean holds(EvidenceKind kind, ReportFact report) {
        return switch (kind) {
            case SBOM -> report.components().total() > 0;
            case TEST -> report.tests().total() > 0;
            default -> true;
        };
    }
}
