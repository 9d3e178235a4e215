package io.jenkins.plugins.compliance.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What whoever ran a tool observed. Nothing in it is a judgement.
 *
 * @param tool id of the tool
 * @param end how it ended
 * @param exitCode exit code; 0 when it never ran
 * @param started when it was started
 * @param finished when it ended
 * @param version version that the tool states when asked; null when it was not asked or did not say
 * @param report the report; null when there is none
 * @param log captured output for people, bounded; null when there is none
 * @param detail what went wrong; null when nothing did, or when how it ended says all
 */
public record ToolExecution(
        String tool,
        End end,
        int exitCode,
        Instant started,
        Instant finished,
        @CheckForNull String version,
        @CheckForNull Path report,
        @CheckForNull Path log,
        @CheckForNull Phrase detail) {

    /** How a run ended. */
    public enum End {
        /** It ended by itself. */
        EXITED,
        /** It was not there to be run. */
        ABSENT,
        /** It could not be started. */
        NOT_STARTED,
        /** It ran over its time and was killed. */
        TIMED_OUT,
        /** Somebody stopped it. */
        INTERRUPTED
    }
}
