package io.jenkins.plugins.compliance.cli.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.scan.Launch;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import java.io.IOException;

/**
 * Asks a tool for its version. A tool that does not answer in time, or answers oddly, has none.
 *
 * @param live where the process is known while it is alive
 * @param launch how the tool is launched
 */
record VersionQuery(LiveProcesses live, Launch.Ready launch) {

    /**
     * The version.
     *
     * @param query what is asked; null for nothing
     * @return null when it can't be told
     */
    @CheckForNull
    String ask(@CheckForNull ScanTool.VersionQuery query) throws InterruptedException {
        if (query == null || launch.version().isEmpty()) {
            return null;
        }
        BoundedCapture out = new BoundedCapture(ScanTool.VersionQuery.MOST_ANSWER / 2);
        BoundedCapture err = new BoundedCapture(ScanTool.VersionQuery.MOST_ANSWER / 2);
        try {
            ToolProcess process = live.start(() -> ToolProcess.start(
                    launch.version(),
                    launch.directory(),
                    launch.environment(),
                    new Outlet.Log(out),
                    new Outlet.Log(err)));
            process.await(ScanTool.VersionQuery.ANSWER_WITHIN);
            live.ended(process);
        } catch (IOException e) {
            return null;
        }
        return query.version(out.text() + "\n" + err.text());
    }
}
