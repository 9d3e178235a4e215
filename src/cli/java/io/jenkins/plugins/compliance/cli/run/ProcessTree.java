package io.jenkins.plugins.compliance.cli.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process and everything that it started. A child whose parent has ended belongs to no tree any more; it is found again by the
 * process group that the run was given and, on Linux, by a mark in its environment that it inherited.
 */
final class ProcessTree {
    /** Environment variable that marks every process of one run. */
    static final String MARK = "COMPLIANCE_RUN";

    private static final int SWEEPS = 5;
    private static final long GRACE_MILLIS = 1500;
    private static final int MOST_ENVIRONMENT = 4 * 1024 * 1024;
    private static final Path PROC = Path.of("/proc");

    private final Process root;
    private final String mark;
    private final boolean group;

    /**
     * @param root the process that was started
     * @param mark value of {@link #MARK} in its environment
     * @param group whether it leads a process group of its own
     */
    ProcessTree(Process root, String mark, boolean group) {
        this.root = root;
        this.mark = mark;
        this.group = group;
    }

    /** The program that gives a process a group of its own; null where there is none. */
    @CheckForNull
    static Path groupLauncher() {
        Path setsid = Path.of("/usr/bin/setsid");
        return Files.isDirectory(PROC.resolve("self")) && Files.isExecutable(setsid) ? setsid : null;
    }

    /** Asks the process to end, then ends it and everything that it started. */
    void kill() {
        List<ProcessHandle> family = new ArrayList<>();
        root.descendants().forEach(family::add);
        // By its handle: Process.destroy would close its output, and what it printed until now would be lost.
        root.toHandle().destroy();
        try {
            root.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        root.descendants().forEach(family::add);
        root.toHandle().destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        killLeftovers();
    }

    /** Ends what is left after the process itself has ended. */
    void killLeftovers() {
        if (group && groupIsAlive()) {
            signalGroup("KILL");
        }
        for (int i = 0; i < SWEEPS; i++) {
            List<ProcessHandle> marked = marked(mark);
            if (marked.isEmpty()) {
                return;
            }
            for (ProcessHandle each : marked) {
                each.destroyForcibly();
                each.onExit()
                        .completeOnTimeout(each, 200, TimeUnit.MILLISECONDS)
                        .join();
            }
        }
    }

    private boolean groupIsAlive() {
        return signalGroup("0");
    }

    private boolean signalGroup(String signal) {
        try {
            Process kill = new ProcessBuilder(
                            "/bin/sh", "-c", "kill -s \"$0\" -- \"-$1\"", signal, Long.toString(root.pid()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return kill.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The live processes whose environment has the mark; none where the system does not tell. */
    static List<ProcessHandle> marked(String mark) {
        String wanted = MARK + "=" + mark;
        List<ProcessHandle> found = new ArrayList<>();
        if (!Files.isDirectory(PROC)) {
            return found;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (environment(process).contains(wanted)) {
                    ProcessHandle.of(Long.parseLong(String.valueOf(process.getFileName())))
                            .filter(ProcessHandle::isAlive)
                            .ifPresent(found::add);
                }
            }
        } catch (IOException e) {
            return found;
        }
        return found;
    }

    /** Another user's process does not show its environment, and one that just ended has none. */
    private static String environment(Path process) {
        try (var in = Files.newInputStream(process.resolve("environ"))) {
            return new String(in.readNBytes(MOST_ENVIRONMENT), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
