package io.jenkins.plugins.compliance.record;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import io.jenkins.plugins.compliance.engine.io.AtomicFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Says in the log of a build, or to who is at a page, that the controller could not write evidence down, and why: in one sentence,
 * without a path of the controller, which is in the log of Jenkins.
 */
final class Unrecorded {
    private static final Logger LOGGER = Logger.getLogger(Unrecorded.class.getName());

    /** What the JDK says in a plain exception when a disk takes no more. */
    private static final List<String> REASONS = List.of(
            "No space left on device",
            "There is not enough space on the disk",
            "Disk quota exceeded",
            "Read-only file system",
            "Input/output error");

    private Unrecorded() {}

    /**
     * The same failure in words, when a disk is the reason; any other as it is.
     *
     * @param whose the build or job, for the log of Jenkins
     */
    static IOException because(String whose, IOException failure) {
        String reason = reason(failure);
        if (reason == null) {
            return failure;
        }
        LOGGER.log(Level.WARNING, failure, () -> "evidence of " + whose + " could not be recorded");
        return new AbortException(Messages.Unrecorded_because(reason));
    }

    @CheckForNull
    private static String reason(IOException failure) {
        if (failure instanceof FileSystemException) {
            return AtomicFile.reason(failure);
        }
        String told = String.valueOf(failure.getMessage());
        return REASONS.stream().filter(told::contains).findFirst().orElse(null);
    }
}
