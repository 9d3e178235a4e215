package io.jenkins.plugins.compliance.cli.run;

import io.jenkins.plugins.compliance.engine.scan.ToolExecution;
import java.time.Instant;
import java.util.List;

/** Is told how a scan goes on. Called from several threads. */
public interface RunListener {
    /** Hears nothing. */
    RunListener NONE = new RunListener() {};

    /**
     * The scan begins.
     *
     * @param tools ids of all tools that are to run
     */
    default void planned(List<String> tools) {}

    /**
     * A tool was started.
     *
     * @param tool its id
     * @param at when
     */
    default void started(String tool, Instant at) {}

    /** A tool is done, or was not there at all. */
    default void finished(ToolExecution execution) {}
}
