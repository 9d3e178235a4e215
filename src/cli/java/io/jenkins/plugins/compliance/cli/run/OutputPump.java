package io.jenkins.plugins.compliance.cli.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Moves the output of a process to where it is kept, to its end. */
final class OutputPump {
    private static final int BUFFER = 64 * 1024;

    private final InputStream from;
    private final OutputStream to;
    private final Thread thread = new Thread(this::move, "tool output");

    @CheckForNull
    private volatile String failure;

    /** Starts to move it. */
    OutputPump(InputStream from, OutputStream to) {
        this.from = from;
        this.to = to;
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until all of it has been moved. */
    void await(long millis) throws InterruptedException {
        thread.join(millis);
        if (thread.isAlive() && failure == null) {
            failure = "a process outside of the run still holds it";
        }
    }

    /** Why a part of it was lost; null when none was. */
    @CheckForNull
    String lost() {
        return failure;
    }

    private void move() {
        byte[] buffer = new byte[BUFFER];
        boolean keeping = true;
        try (from;
                to) {
            for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                if (keeping) {
                    keeping = keep(buffer, count);
                }
            }
        } catch (IOException e) {
            failure = String.valueOf(e.getMessage());
        }
    }

    /** A full disk must not make the tool wait for ever: its output is read on and dropped. */
    private boolean keep(byte[] buffer, int count) {
        try {
            to.write(buffer, 0, count);
            return true;
        } catch (IOException e) {
            failure = String.valueOf(e.getMessage());
            return false;
        }
    }
}
