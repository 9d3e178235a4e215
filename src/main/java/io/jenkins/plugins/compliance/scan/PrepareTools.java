package io.jenkins.plugins.compliance.scan;

import hudson.EnvVars;
import hudson.Util;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * Prepares, on the agent, runs of tools: looks whether each is there, and writes what its run needs into a new folder. Nothing
 * is started. The answer is what {@link Preparation#read} reads.
 *
 * @param folder absolute path of the folder of the scan; what an interrupted preparation left there is removed
 * @param directory the directory to scan, relative to the workspace
 * @param variables environment variables that the administrator gives the agent's builds
 * @param orders the tools
 */
record PrepareTools(String folder, String directory, TreeMap<String, String> variables, ArrayList<ToolOrder> orders)
        implements ControllerToAgentFileCallable<byte[]> {
    @Override
    public byte[] invoke(File workspace, VirtualChannel channel) throws IOException {
        Path scanned = ListFiles.realDirectory(workspace, directory);
        Path scan = Path.of(folder);
        if (Files.exists(scan)) {
            Util.deleteRecursive(scan.toFile());
        }
        Path real = Files.createDirectories(scan).toRealPath();
        Map<String, String> environment = environment();
        AgentReply reply = new AgentReply();
        for (ToolOrder order : orders) {
            ToolFolder own = new ToolFolder(real.resolve(order.id()));
            new ToolPreparation(order, scanned, own, environment).prepare().write(reply);
        }
        return reply.toByteArray();
    }

    /** The variables of the agent, as the administrator changed them. */
    private Map<String, String> environment() {
        EnvVars environment = new EnvVars(System.getenv());
        environment.overrideExpandingAll(variables);
        return environment;
    }
}
