package io.jenkins.plugins.compliance.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jenkinsci.plugins.durabletask.Controller;

/** How far the run of one tool is. It is never changed: each step makes another one. */
final class ToolRun implements Serializable {
    /** How far a run is. */
    enum Phase {
        /** It can be started. */
        WAITING,
        /** It is being started; after a restart of the controller nobody knows whether it was. */
        STARTING,
        /** It was started. */
        RUNNING,
        /** It ended, or never began. */
        ENDED,
        /** It is in the plan, and left to another scan of the build. */
        LEFT_OUT
    }

    private static final long serialVersionUID = 1L;

    private final String tool;
    private final String definition;
    private final ToolFiles files;
    private final Phase phase;

    @CheckForNull
    private final Controller controller;

    @CheckForNull
    private final Instant started;

    @CheckForNull
    private final Instant finished;

    @CheckForNull
    private final ToolExecution.End end;

    private final int exitCode;

    @CheckForNull
    private final String detail;

    private ToolRun(
            String tool,
            String definition,
            ToolFiles files,
            Phase phase,
            @CheckForNull Controller controller,
            @CheckForNull Instant started,
            @CheckForNull Instant finished,
            @CheckForNull ToolExecution.End end,
            int exitCode,
            @CheckForNull String detail) {
        this.tool = tool;
        this.definition = definition;
        this.files = files;
        this.phase = phase;
        this.controller = controller;
        this.started = started;
        this.finished = finished;
        this.end = end;
        this.exitCode = exitCode;
        this.detail = detail;
    }

    /**
     * A run that can be started.
     *
     * @param definition digest of the tool's definition
     */
    static ToolRun waiting(String tool, String definition, ToolFiles files) {
        return new ToolRun(tool, definition, files, Phase.WAITING, null, null, null, null, 0, null);
    }

    ToolRun leftOut() {
        return new ToolRun(tool, definition, files, Phase.LEFT_OUT, null, null, null, null, 0, null);
    }

    ToolRun starting() {
        return new ToolRun(tool, definition, files, Phase.STARTING, null, null, null, null, 0, null);
    }

    /** @param handle of the durable task; null when it got lost with the controller that started it */
    ToolRun running(@CheckForNull Controller handle) {
        return new ToolRun(tool, definition, files, Phase.RUNNING, handle, null, null, null, 0, null);
    }

    /** It does not begin again what may have begun. */
    ToolRun waitingAgain() {
        return waiting(tool, definition, files);
    }

    ToolRun startedAt(Instant moment) {
        return new ToolRun(tool, definition, files, phase, controller, moment, finished, end, exitCode, detail);
    }

    ToolRun ended(ToolExecution.End how, int code, Instant moment, @CheckForNull Phrase why) {
        Instant began = started == null ? moment : started;
        Instant last = moment.isBefore(began) ? began : moment;
        return new ToolRun(
                tool,
                definition,
                files,
                Phase.ENDED,
                controller,
                began,
                last,
                how,
                code,
                why == null ? null : KeptReason.write(why));
    }

    String tool() {
        return tool;
    }

    String definition() {
        return definition;
    }

    ToolFiles files() {
        return files;
    }

    boolean is(Phase asked) {
        return phase == asked;
    }

    /** Whether there may be a process of it. */
    boolean mayBeAlive() {
        return phase == Phase.STARTING || phase == Phase.RUNNING;
    }

    @CheckForNull
    Controller controller() {
        return controller;
    }

    @CheckForNull
    Instant started() {
        return started;
    }

    @CheckForNull
    ToolExecution.End end() {
        return end;
    }

    /** Why it ended like that; null when how it ended says all. */
    @CheckForNull
    Phrase why() {
        return detail == null ? null : KeptReason.read(detail);
    }

    Duration duration() {
        return started == null || finished == null ? Duration.ZERO : Duration.between(started, finished);
    }

    int exitCode() {
        return exitCode;
    }

    /** What was observed, once it has ended. */
    ToolExecution execution(@CheckForNull String version, @CheckForNull Path report, @CheckForNull Path log) {
        if (end == null || started == null || finished == null) {
            throw new IllegalStateException(tool + " has not ended");
        }
        return new ToolExecution(tool, end, exitCode, started, finished, version, report, log, why());
    }
}
