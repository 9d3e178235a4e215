package io.jenkins.plugins.compliance.scan;

import io.jenkins.plugins.compliance.engine.scan.RunFolder;
import java.io.File;
import java.nio.file.Path;

/**
 * The folder of one run on the agent, outside of the workspace and new for each run, so that nothing of an earlier run is in it.
 * The names in it are ours.
 *
 * @param path absolute path
 */
record ToolFolder(Path path) {
    /** A directory that the run makes when it starts; who does not get to make it does not run. */
    static final String LOCK = "lock";

    /** Holds the exit code and the end of its line when the tool has ended. */
    static final String EXIT = "exit";

    /** Is there when the tool has answered which version it is, or can't be asked. */
    static final String VERSION_EXIT = "version.exit";

    static final String VERSION = "version.txt";
    static final String OUT = "out.txt";
    static final String ERR = "err.txt";

    /** As the engine knows it. */
    RunFolder run() {
        return new RunFolder(path);
    }

    Path file(String name) {
        return path.resolve(name);
    }

    Path report(String name) {
        return run().report(name);
    }

    Path script() {
        return path.resolve(scriptName(File.separatorChar == '/'));
    }

    static String scriptName(boolean unix) {
        return unix ? "run.sh" : "run.bat";
    }
}
