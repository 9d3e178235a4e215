package io.jenkins.plugins.compliance.view;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kohsuke.stapler.HttpResponses;

/** Nothing can be shown: there is no policy, or the ledger can't be read. */
final class Unavailable {
    private static final Logger LOGGER = Logger.getLogger(Unavailable.class.getName());

    private Unavailable() {}

    /** What to throw so that the request is answered with status 503 and the reason. */
    static RuntimeException because(IOException e) {
        LOGGER.log(Level.WARNING, "a compliance page can't be shown", e);
        return HttpResponses.errorWithoutStack(503, Messages.Unavailable_because(e.getMessage()));
    }
}
