package io.jenkins.plugins.compliance.cli.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.scan.CommandLine;
import io.jenkins.plugins.compliance.engine.scan.ProgramLookup;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a tool for its version. A tool that does not answer in time, or answers oddly, has none.
 *
 * @param live where the process is known while it is alive
 * @param on where the tool runs
 * @param callers environment of the caller
 */
record VersionQuery(LiveProcesses live, CommandLine.Surroundings on, Map<String, String> callers) {
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final int MOST_OUTPUT = 8 * 1024;
    private static final int MOST_VERSION = 100;

    /**
     * The version.
     *
     * @param tool the tool
     * @param environment environment of the process
     * @return null when it can't be told
     */
    @CheckForNull
    String ask(ScanTool tool, Map<String, String> environment) throws InterruptedException {
        ScanTool.VersionQuery query = tool.version();
        if (query == null) {
            return null;
        }
        List<String> command = new ArrayList<>(CommandLine.ofVersionQuery(tool, on));
        Path program = new ProgramLookup(callers).find(command.get(0));
        if (program == null) {
            return null;
        }
        command.set(0, program.toString());
        BoundedCapture out = new BoundedCapture(MOST_OUTPUT);
        BoundedCapture err = new BoundedCapture(MOST_OUTPUT);
        try {
            ToolProcess process = live.start(() ->
                    ToolProcess.start(command, on.directory(), environment, new Outlet.Log(out), new Outlet.Log(err)));
            process.await(BOUND);
            live.ended(process);
        } catch (IOException e) {
            return null;
        }
        Matcher matcher = Pattern.compile(query.pattern()).matcher(out.text() + "\n" + err.text());
        String version = matcher.find() ? matcher.group(1) : null;
        return version == null || version.length() > MOST_VERSION ? null : version;
    }
}
