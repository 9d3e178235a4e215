package io.jenkins.plugins.compliance.cli;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.report.secrets.Redaction;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The logs of the scan tools whose last run does not count, one file a tool, so that somebody can find out why. They are no
 * evidence; secrets of known shapes are taken out.
 */
final class ToolLogs {
    private static final int LINES = 12;
    private static final int WIDTH = 200;
    /** Control sequences that colour text (ECMA-48, section 8.3.117). */
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]{0,20}m");

    private final Path folder;

    /** @param folder where they are; made when there is something to keep */
    ToolLogs(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps the logs of the runs that do not count and removes what was kept of those that now do. Of a tool whose report may hold
     * secrets nothing is kept: its log may hold them too.
     */
    void keep(ScanPlan plan, List<ToolExecution> executions, List<Evidence> entries) throws IOException {
        Set<String> failed = entries.stream()
                .map(Evidence::fact)
                .filter(fact -> fact instanceof Fact.Scan scan && !scan.counts())
                .map(fact -> ((Fact.Scan) fact).tool())
                .collect(Collectors.toSet());
        for (ScanPlan.PlannedScan scan : plan.tools()) {
            if (scan.tool().report().sensitive()) {
                failed.remove(scan.tool().id());
            }
        }
        for (ToolExecution execution : executions) {
            Path log = execution.log();
            if (log != null && failed.contains(execution.tool())) {
                keep(execution.tool(), log);
            } else {
                Files.deleteIfExists(file(execution.tool()));
            }
        }
    }

    private void keep(String tool, Path log) throws IOException {
        Files.createDirectories(folder);
        // As a whole, since a private key has many lines; a log is bounded.
        String text = COLOURS.matcher(read(log)).replaceAll("");
        Files.writeString(file(tool), Redaction.of(text));
    }

    /** Prints the last lines of a tool's log, and where the rest of it is; nothing when none was kept. */
    void printEnd(String tool, PrintWriter out) throws IOException {
        Path file = file(tool);
        if (!Files.isRegularFile(file)) {
            return;
        }
        List<String> lines = read(file).lines().filter(line -> !line.isBlank()).toList();
        for (String line : lines.subList(Math.max(0, lines.size() - LINES), lines.size())) {
            out.printf("  | %s%n", Style.PLAIN.shortened(line, WIDTH));
        }
        out.printf("  Its log: %s%n", file);
    }

    private Path file(String tool) {
        return folder.resolve(tool + ".txt");
    }

    /** A tool prints in whatever charset it likes; what is no UTF-8 is shown as such and does not stop the scan. */
    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
