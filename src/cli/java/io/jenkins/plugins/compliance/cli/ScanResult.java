package io.jenkins.plugins.compliance.cli;

import io.jenkins.plugins.compliance.engine.assess.Waiver;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.RecordedBy;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.key.KeyFiles;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerReader;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verification;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyOptions;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What is told after a scan: what each tool's run is worth, the verdict, and how to look further. */
final class ScanResult {
    private final PrintWriter out;

    ScanResult(PrintWriter out) {
        this.out = out;
    }

    void plan(ScanPlan plan) {
        plan.idle()
                .forEach(idle -> out.printf(
                        "%s: does not run, %s%n",
                        idle.tool().id(), DisplayText.line(idle.reason().toString())));
        plan.uncovered()
                .forEach(uncovered -> out.printf(
                        "%s: not scanned, %s%n",
                        uncovered.demand(), DisplayText.line(uncovered.reason().toString())));
        out.flush();
    }

    /** Tells what was recorded of each run; of one that does not count, how its log ends. */
    void recorded(List<Evidence> entries, ToolLogs logs) throws IOException {
        for (Evidence entry : entries) {
            if (entry.fact() instanceof Fact.Scan scan) {
                long findings = entry.reports().stream()
                        .mapToLong(report -> report.tally().total())
                        .sum();
                long components = entry.reports().stream()
                        .mapToLong(report -> report.components().total())
                        .sum();
                String found = components > 0 ? components + " components" : findings + " findings";
                out.printf(
                        "evidence %d: %s%s, %s%n",
                        entry.sequence(),
                        scan.tool(),
                        scan.version() == null ? "" : " " + DisplayText.line(scan.version()),
                        scan.counts() ? found : "does not count");
                scan.reasons().forEach(reason -> out.printf("  %s%n", DisplayText.line(reason.toString())));
                if (!scan.counts()) {
                    logs.printEnd(scan.tool(), out);
                }
            }
        }
        out.flush();
    }

    /** Judges the folder, prints the verdict, and leaves the reports in it. The exit code of the scan. */
    int judge(Scanning scanning, String build, OwnKey key, List<Waiver> waivers, boolean all) throws IOException {
        KeySet keys = KeySet.of(key.load().publicKey());
        Verification verification = LedgerReader.read(scanning.folder(), keys, VerifyOptions.DEFAULTS, Limits.DEFAULTS);
        Judged judged = Judged.of(
                scanning.policy(),
                scanning.folder(),
                verification.evidence(),
                build,
                scanning.tags(),
                waivers,
                RecordedBy.now(verification.evidence(), Instant.now()));
        new OutcomeTable(out, Style.of(System.getenv()), all).print(judged.assessment(), judged.findings());
        List<Path> written = Outputs.write(judged, scanning.folder());
        judged.findings().unreadable().forEach(out::println);
        out.printf("%nEvidence   %s%n", scanning.folder());
        written.forEach(file -> out.printf("           %s%n", file));
        out.printf("Verify     compliance verify %s --key %s%n", scanning.folder(), KeyFiles.publicFile(key.file()));
        out.printf("Open       %s%n", written.get(0).toUri());
        out.flush();
        return judged.exitCode();
    }
}
