package io.jenkins.plugins.compliance.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a run left, on the controller.
 *
 * @param version version that the tool states; null when it does not
 * @param report its report; null when there is none
 * @param log what it printed
 * @param lastLines the last lines of that, for people, without secrets of known shapes; none of a tool whose report is sensitive
 */
record CollectedRun(
        @CheckForNull String version,
        @CheckForNull Path report,
        @CheckForNull Path log,
        List<String> lastLines) {
    /** Of a run that never began. */
    static final CollectedRun NOTHING = new CollectedRun(null, null, null, List.of());

    private static final int LAST_LINES = 20;

    /**
     * Fetches it from the agent.
     *
     * @param into an empty folder on the controller
     * @param secrets are masked in what the tool printed
     * @param limits bounds of report and log
     */
    static CollectedRun of(ScanAgent agent, ScanTool tool, Path into, List<String> secrets, Limits limits)
            throws IOException, InterruptedException {
        ToolOutput output = agent.output(tool.id(), limits.logBytes()).without(secrets);
        Path log = Files.writeString(into.resolve("log.txt"), output.all());
        Path report = agent.fetch(tool, limits.reportBytes(), into.resolve(ending(tool)));
        // What may be in the report of such a tool may be in its output too, and the log of a build is for many eyes.
        List<String> lastLines = tool.report().sensitive() ? List.of() : output.lastLines(LAST_LINES);
        return new CollectedRun(output.version(tool.version()), report, log, lastLines);
    }

    /** A name of ours with the ending that the definition gives the report. */
    private static String ending(ScanTool tool) {
        String name = tool.report().file();
        return "report" + name.substring(Math.max(name.lastIndexOf('.'), 0));
    }
}
