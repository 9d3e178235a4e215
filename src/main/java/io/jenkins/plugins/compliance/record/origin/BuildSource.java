package io.jenkins.plugins.compliance.record.origin;

import hudson.model.Run;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Tells what is known about the source of a build. */
@Restricted(NoExternalUse.class)
public final class BuildSource {
    private BuildSource() {}

    /** Whether the controller knows the commit that was built. */
    public static boolean isCommitKnown(Run<?, ?> run) {
        return SourceRevision.of(run).isCommit();
    }
}
