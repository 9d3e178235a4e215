package io.jenkins.plugins.compliance.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.Launcher;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.Map;
import org.jenkinsci.plugins.durabletask.BourneShellScript;
import org.jenkinsci.plugins.durabletask.Controller;
import org.jenkinsci.plugins.durabletask.DurableTask;
import org.jenkinsci.plugins.durabletask.WindowsBatchScript;

/**
 * Starts and ends prepared runs on the agent, as durable tasks. They are started as the administrator configured the agent:
 * what a build puts around its steps (variables, containers) does not change which program runs.
 *
 * @param agent the agent
 * @param scan id of the scan
 * @param listener the log of the build
 */
record ToolProcess(ScanAgent agent, String scan, TaskListener listener) {
    /** A process that was about to start another one when it was killed leaves that one behind. */
    private static final int SWEEPS = 2;

    /**
     * Starts a run.
     *
     * @param variables variables that it has beside those of its script: secrets of the tool, cookies
     */
    Controller start(String tool, Map<String, String> variables) throws IOException, InterruptedException {
        Launcher launcher = launcher();
        boolean unix = launcher.isUnix();
        String script = agent.folder(tool).child(ToolFolder.scriptName(unix)).getRemote();
        DurableTask task = unix
                ? new BourneShellScript("sh " + UnixScript.quoted(script))
                : new WindowsBatchScript("@call \"" + script.replace("%", "%%") + "\"");
        EnvVars environment = new EnvVars(variables);
        environment.put(RunScript.SCAN, scan);
        environment.put(RunScript.TOOL, tool);
        return task.launch(environment, agent.workspace(), launcher, listener);
    }

    /** Whether the agent's system is a Unix. */
    boolean unix() throws IOException {
        return launcher().isUnix();
    }

    /** What the durable task itself says of its end; null while it is alive. */
    @CheckForNull
    Integer status(Controller controller) throws IOException, InterruptedException {
        return controller.exitStatus(agent.workspace(), launcher(), listener);
    }

    /** Ends all processes of a run. */
    void kill(String tool) throws IOException, InterruptedException {
        kill(Map.of(RunScript.SCAN, scan, RunScript.TOOL, tool));
    }

    /** Ends all processes of all runs. */
    void killAll() throws IOException, InterruptedException {
        kill(Map.of(RunScript.SCAN, scan));
    }

    /** Ends what runs left behind that have ended. */
    void sweep() throws IOException, InterruptedException {
        launcher().kill(Map.of(RunScript.STARTED, scan));
    }

    private void kill(Map<String, String> marks) throws IOException, InterruptedException {
        for (int i = 0; i < SWEEPS; i++) {
            launcher().kill(marks);
        }
    }

    /** Removes what the durable task left on the agent. */
    void forget(Controller controller) throws IOException, InterruptedException {
        controller.cleanup(agent.workspace());
    }

    private Launcher launcher() throws IOException {
        Computer computer = agent.workspace().toComputer();
        Node node = computer == null ? null : computer.getNode();
        if (node == null) {
            throw new IOException(Messages.ToolProcess_noNode());
        }
        return node.createLauncher(listener);
    }
}
