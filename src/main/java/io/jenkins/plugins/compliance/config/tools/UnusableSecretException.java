package io.jenkins.plugins.compliance.config.tools;

import hudson.AbortException;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The credentials that an administrator bound to a tool are not there, or hold something else. */
@Restricted(NoExternalUse.class)
public final class UnusableSecretException extends AbortException {
    private static final long serialVersionUID = 1L;

    private final transient Phrase why;

    UnusableSecretException(Phrase why) {
        super(why.toString());
        this.why = why;
    }

    /** What is wrong with them: their id and the variable, and no secret. */
    public Phrase why() {
        return why;
    }
}
