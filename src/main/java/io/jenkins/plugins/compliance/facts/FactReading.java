package io.jenkins.plugins.compliance.facts;

import hudson.model.Run;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads facts of one sort, from what is in memory or on the controller's own disk. What it can't read is not stated: no build fails
 * for that.
 */
@FunctionalInterface
interface FactReading {
    /** Its log: what was not read is told there. */
    Logger LOGGER = Logger.getLogger(FactReading.class.getName());

    /**
     * States what is known, and nothing else.
     *
     * @param run the build, which may go on
     * @param facts takes what is stated
     * @throws IOException when something can't be read
     */
    void read(Run<?, ?> run, Facts facts) throws IOException;

    /** Reads, and logs what goes wrong: also when an optional plugin is there in a version that is not the expected one. */
    static void read(FactReading reading, String what, Run<?, ?> run, Facts facts) {
        try {
            reading.read(run, facts);
        } catch (IOException | RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, e, () -> "Facts about " + what + " of " + run + " are not recorded");
        }
    }
}
