package io.jenkins.plugins.compliance.record.unwritten;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.io.file.AtomicFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Says that the controller could not write something down, and why: in one sentence, without a path of the controller, which is in the
 * log of Jenkins.
 */
@Restricted(NoExternalUse.class)
public final class Unwritten {
    private static final Logger LOGGER = Logger.getLogger(Unwritten.class.getName());

    /** What the JDK says in a plain exception when a disk takes no more. */
    private static final List<String> REASONS = List.of(
            "No space left on device",
            "There is not enough space on the disk",
            "Disk quota exceeded",
            "Read-only file system",
            "Input/output error");

    /** How a plain stream ends its message about a file that it can't open: the path comes first. */
    private static final Pattern NAMED = Pattern.compile("\\(([^()]{1,200})\\)$");

    private Unwritten() {}

    /** The same failure in words for the log of a build, when a disk is the reason; any other as it is. */
    public static IOException because(Run<?, ?> run, IOException failure) {
        Optional<String> reason = reason(failure);
        if (reason.isEmpty()) {
            return failure;
        }
        LOGGER.log(Level.WARNING, failure, () -> "evidence of " + run + " could not be recorded");
        return new AbortException(Messages.Unwritten_because(DisplayText.line(reason.get())));
    }

    /**
     * What to tell the one who asked for something that could not be written down: what a disk said, or what else was wrong. The latter
     * may name files, and so it is for those alone who may see how the controller is set up.
     */
    public static String sentence(IOException failure) {
        LOGGER.log(Level.WARNING, "what somebody asked for could not be written down", failure);
        return reason(failure)
                .map(Messages::Unwritten_sentence)
                .orElseGet(() -> Jenkins.get().hasPermission(Jenkins.SYSTEM_READ)
                        ? Messages.Unwritten_otherwise(failure.getMessage())
                        : Messages.Unwritten_inTheLog());
    }

    /** What the failure says, and of which file where a disk is the reason; for administrators alone. */
    static String said(IOException failure) {
        return failure instanceof FileSystemException file && file.getFile() != null
                ? file.getFile() + ": " + reason(file)
                : String.valueOf(failure.getMessage());
    }

    private static String reason(FileSystemException failure) {
        String told = AtomicFile.reason(failure);
        // Those that need no reason besides their class give none.
        return told.endsWith("Exception")
                ? told.replaceFirst("Exception$", "")
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .toLowerCase(Locale.ROOT)
                : told;
    }

    /** What a disk said; empty when the reason is another. */
    public static Optional<String> reason(IOException failure) {
        if (failure instanceof FileSystemException file) {
            return Optional.of(reason(file));
        }
        String told = String.valueOf(failure.getMessage());
        Matcher named = NAMED.matcher(told);
        if (failure instanceof FileNotFoundException && named.find()) {
            return Optional.of(named.group(1));
        }
        return REASONS.stream().filter(told::contains).findFirst();
    }
}
