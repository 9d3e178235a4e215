package io.jenkins.plugins.compliance.record.archive;

import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Something to read that goes with the evidence of a build and is none. */
@Restricted(NoExternalUse.class)
public final class BuildAttachment {
    private BuildAttachment() {}

    /**
     * Puts a file of the controller among the artifacts of a build.
     *
     * @param name its name below {@code compliance/}: lower-case letters, digits, {@code .}, {@code _} and {@code -}
     */
    public static void archive(Run<?, ?> run, String name, Path file) throws IOException, InterruptedException {
        try (BuildArchive archive = new BuildArchive(run, TaskListener.NULL)) {
            archive.add(name, out -> Files.copy(file, out));
            archive.archive();
        }
    }
}
