package io.jenkins.plugins.compliance.cli.run;

import java.nio.file.Path;

/** Where an output of a process goes. */
sealed interface Outlet {
    /**
     * To people, bounded.
     *
     * @param capture keeps it
     */
    record Log(BoundedCapture capture) implements Outlet {}

    /**
     * Straight to a file, which is how a report is taken: some tools (secretlint) end before a pipe is drained and cut what they
     * wrote.
     *
     * @param file the file
     * @param limit most bytes that it may have; a process that writes more is ended, and one byte more is kept so that whoever
     *     reads the file sees it
     */
    record File(Path file, long limit) implements Outlet {}
}
