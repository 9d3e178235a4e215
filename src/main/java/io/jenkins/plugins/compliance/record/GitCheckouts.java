package io.jenkins.plugins.compliance.record;

import hudson.model.Run;
import hudson.plugins.git.Revision;
import hudson.plugins.git.util.BuildData;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What the Git plugin checked out in a build. Only to be used where that plugin is there. */
final class GitCheckouts {
    private GitCheckouts() {}

    /** The checkouts of a build, in their order. */
    static List<SourceRevision> of(Run<?, ?> run) {
        List<SourceRevision> checkouts = new ArrayList<>();
        for (BuildData data : run.getActions(BuildData.class)) {
            Revision revision = data.getLastBuiltRevision();
            if (revision != null) {
                String remote =
                        new TreeSet<>(data.getRemoteUrls()).stream().findFirst().orElse(null);
                checkouts.add(SourceRevision.stated(remote, revision.getSha1String()));
            }
        }
        return checkouts;
    }
}
