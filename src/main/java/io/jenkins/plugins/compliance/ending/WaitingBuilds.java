package io.jenkins.plugins.compliance.ending;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import hudson.model.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/**
 * Remembers on disk, in {@code compliance/ending} of the Jenkins home, which builds have begun or ended and wait for their verdict: a
 * controller that stops, or is killed, gives it when it is there again. No other build has to be loaded for that.
 */
final class WaitingBuilds {
    private static final Logger LOGGER = Logger.getLogger(WaitingBuilds.class.getName());
    private static final int LONGEST = 4_096;

    private WaitingBuilds() {}

    /** Remembers a build; null when that is not possible, and then the build waits all the same. */
    @CheckForNull
    static Path add(Run<?, ?> run) {
        try {
            Path file =
                    Files.createDirectories(folder()).resolve(UUID.randomUUID().toString());
            return Files.writeString(
                    file, run.getNumber() + "\n" + run.getParent().getFullName(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> run + " would be forgotten if the controller stopped now");
            return null;
        }
    }

    /** A build has its verdict. */
    static void remove(@CheckForNull Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOGGER.log(Level.FINE, e, () -> file + " can't be deleted");
            }
        }
    }

    /** What an earlier life of the controller remembered. */
    static List<Path> all() throws IOException {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The build that is remembered in a file; null when it is gone. */
    @CheckForNull
    static Run<?, ?> read(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            return null;
        }
        String[] lines = Files.readString(file, StandardCharsets.UTF_8).split("\n", 2);
        if (lines.length < 2 || !lines[0].matches("[1-9][0-9]{0,8}")) {
            return null;
        }
        Job<?, ?> job = Jenkins.get().getItemByFullName(lines[1], Job.class);
        return job == null ? null : job.getBuildByNumber(Integer.parseInt(lines[0]));
    }

    private static Path folder() {
        return Jenkins.get().getRootDir().toPath().resolve("compliance").resolve("ending");
    }
}
