package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Functions;
import hudson.Util;
import hudson.model.Run;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.record.archive.ArchivedFile;
import io.jenkins.plugins.compliance.record.archive.EvidenceState;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * A report in a table.
 *
 * @param file name under which it is kept; null when it is not kept
 * @param format id of the format that it was read as
 * @param size its size in bytes
 * @param sha256 its digest
 * @param complete whether it was read to its proper end
 * @param results every result in it
 * @param suppressed results that were set aside
 * @param findings findings that count, by severity
 * @param contents what it holds, in words
 * @param problems what is wrong with it
 * @param artifact address of the artifact, relative to the root of Jenkins; null when there is none, or not for the reader
 * @param state whether the artifact still is what was archived: {@code intact}, {@code altered}, {@code missing} or
 *     {@code unreadable}; null where that was not looked at
 */
@ExportedBean(defaultVisibility = 9)
@Restricted(NoExternalUse.class)
public record ReportRow(
        @Exported @CheckForNull String file,
        @Exported String format,
        @Exported long size,
        @Exported String sha256,
        @Exported boolean complete,
        @Exported long results,
        @Exported long suppressed,
        @Exported Map<String, Long> findings,
        String contents,
        @Exported List<String> problems,
        @Exported @CheckForNull String artifact,
        @Exported @CheckForNull String state) {

    private static final int REPORTS = 3;

    static List<ReportRow> of(Evidence evidence, CompliancePages home) {
        Run<?, ?> run = home instanceof BuildPage page
                        && evidence.origin()
                                .build()
                                .equals(String.valueOf(page.run().getNumber()))
                ? page.run()
                : null;
        List<ReportRow> rows = new ArrayList<>();
        for (ReportFact report : evidence.reports()) {
            rows.add(of(report, run));
        }
        return rows;
    }

    private static ReportRow of(ReportFact report, @CheckForNull Run<?, ?> run) {
        Map<String, Long> findings = new TreeMap<>();
        for (Severity severity : Severity.values()) {
            if (report.tally().of(severity) > 0) {
                findings.put(severity.id(), report.tally().of(severity));
            }
        }
        ArchivedFile archived = run == null ? null : archived(report, run).orElse(null);
        boolean readable = run != null
                && archived != null
                && (!Functions.isArtifactsPermissionEnabled() || run.hasPermission(Run.ARTIFACTS));
        return new ReportRow(
                report.file(),
                report.format(),
                report.size(),
                report.sha256(),
                report.complete(),
                report.results(),
                report.suppressed(),
                findings,
                contents(report),
                PageWording.of(report.problems()),
                readable ? run.getUrl() + "artifact/" + encoded(archived.getPath()) : null,
                archived == null ? null : state(run, archived));
    }

    private static Optional<ArchivedFile> archived(ReportFact report, Run<?, ?> run) {
        return ComplianceRunAction.of(run).getFiles().stream()
                .filter(each -> each.getPath().equals("compliance/" + report.file()))
                .findFirst();
    }

    private static String state(Run<?, ?> run, ArchivedFile file) {
        try {
            return EvidenceState.of(run, file).name().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            return "unreadable";
        }
    }

    private static String encoded(String path) {
        StringBuilder encoded = new StringBuilder();
        for (String part : path.split("/")) {
            encoded.append(encoded.isEmpty() ? "" : "/").append(Util.rawEncode(part));
        }
        return encoded.toString();
    }

    /** What reports hold, in words. */
    static String contents(List<ReportFact> reports) {
        List<String> parts = new ArrayList<>();
        reports.stream().limit(REPORTS).forEach(each -> parts.add(contents(each)));
        if (reports.size() > REPORTS) {
            parts.add("\u2026");
        }
        return String.join("; ", parts);
    }

    private static String contents(ReportFact report) {
        List<String> parts = new ArrayList<>();
        ReportSummary.TestCounts tests = report.tests();
        if (tests.total() > 0) {
            parts.add(Messages.Report_tests(tests.total(), tests.failed() + tests.errors(), tests.skipped()));
        }
        if (report.components().total() > 0) {
            parts.add(Messages.Report_components(report.components().total()));
        }
        for (Severity severity : Severity.values()) {
            long count = report.tally().of(severity);
            if (count > 0) {
                parts.add(count + " " + Words.severity(severity.id()));
            }
        }
        if (report.suppressed() > 0) {
            parts.add(Messages.Report_suppressed(report.suppressed()));
        }
        if (parts.isEmpty()) {
            parts.add(Messages.Report_results(report.results()));
        }
        return String.join(", ", parts);
    }

    /** Its size for people. */
    public String sizeWords() {
        return Functions.humanReadableByteSize(size);
    }

    /** What became of the artifact, in the reader's language; empty where that was not looked at. */
    public String stateWords() {
        if (state == null) {
            return "";
        }
        return switch (state) {
            case "intact" -> Messages.Artifact_intact();
            case "altered" -> Messages.Artifact_altered();
            case "missing" -> Messages.Artifact_missing();
            default -> Messages.Artifact_unreadable();
        };
    }

    /** The first digits of its digest. */
    public String shortDigest() {
        return sha256.substring(0, Math.min(12, sha256.length()));
    }
}
