package io.jenkins.plugins.compliance.facts;

import hudson.model.Run;
import hudson.plugins.git.Revision;
import hudson.plugins.git.util.BuildData;
import java.util.List;
import java.util.Objects;
import jenkins.plugins.git.AbstractGitSCMSource;
import jenkins.scm.api.SCMSource;

/** A shared library that comes from a Git repository. Only to be used where the plugin for Git is there. */
final class GitLibrary {
    private GitLibrary() {}

    /**
     * Whether a library is at a commit, as far as its source and the checkouts of a build tell. A branch could have the id of a commit as
     * its name: then the checkout is another commit. A library that was cached was not checked out.
     *
     * @param source where it comes from
     * @param commit full id of the commit that was asked for
     */
    static boolean isAt(SCMSource source, String commit, Run<?, ?> run) {
        if (!(source instanceof AbstractGitSCMSource git)) {
            return false;
        }
        List<String> checkouts = run.getActions(BuildData.class).stream()
                .filter(each -> each.getRemoteUrls().contains(git.getRemote()))
                .map(BuildData::getLastBuiltRevision)
                .filter(Objects::nonNull)
                .map(Revision::getSha1String)
                .toList();
        return checkouts.isEmpty() || checkouts.contains(commit);
    }
}
