package io.jenkins.plugins.compliance.record.ledger;

import hudson.model.Job;
import java.nio.file.Path;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Where a job keeps what outlives its builds: beside them, so that it is renamed, moved and deleted with the job. */
@Restricted(NoExternalUse.class)
public final class JobFolder {
    private static final String NAME = "compliance";

    private JobFolder() {}

    /** The folder of a job; it exists when something was recorded. */
    public static Path of(Job<?, ?> job) {
        return job.getRootDir().toPath().resolve(NAME);
    }
}
