package io.jenkins.plugins.compliance.cli.run;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** The processes of a scan that are alive, so that one call ends them all and none starts after that. */
final class LiveProcesses {
    private final Set<ToolProcess> processes = new HashSet<>();
    private boolean stopped;

    /** Starts a process, unless the scan was stopped. */
    synchronized ToolProcess start(Start start) throws IOException, InterruptedException {
        if (stopped) {
            throw new InterruptedException("the scan was stopped");
        }
        ToolProcess process = start.process();
        processes.add(process);
        return process;
    }

    synchronized void ended(ToolProcess process) {
        processes.remove(process);
    }

    synchronized boolean stopped() {
        return stopped;
    }

    /** Ends all of them; none starts any more. */
    void killAll() {
        Set<ToolProcess> alive;
        synchronized (this) {
            stopped = true;
            alive = new HashSet<>(processes);
            processes.clear();
        }
        alive.parallelStream().forEach(ToolProcess::kill);
    }

    /** How a process is started. */
    interface Start {
        ToolProcess process() throws IOException;
    }
}
