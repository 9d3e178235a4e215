package io.jenkins.plugins.compliance.record.origin;

import hudson.model.Run;
import hudson.plugins.git.GitSCM;
import hudson.plugins.git.Revision;
import hudson.plugins.git.UserRemoteConfig;
import hudson.plugins.git.util.BuildData;
import hudson.scm.SCM;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the Git plugin checked out in a build. Only to be used where that plugin is there. */
final class GitCheckouts {
    private GitCheckouts() {}

    /** The checkouts of a build, in their order. */
    static List<SourceRevision> of(Run<?, ?> run) {
        return run.getActions(BuildData.class).stream()
                .flatMap(each -> revision(each).stream())
                .toList();
    }

    /** The newest checkout of a build by a configuration of Git; empty when it is none of Git. */
    static Optional<SourceRevision> newest(Run<?, ?> run, SCM scm) {
        if (!(scm instanceof GitSCM git)) {
            return Optional.empty();
        }
        Set<String> remotes = git.getUserRemoteConfigs().stream()
                .map(UserRemoteConfig::getUrl)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return run.getActions(BuildData.class).stream()
                .filter(each -> !Collections.disjoint(each.getRemoteUrls(), remotes))
                .reduce((older, newer) -> newer)
                .flatMap(GitCheckouts::revision);
    }

    private static Optional<SourceRevision> revision(BuildData data) {
        Revision revision = data.getLastBuiltRevision();
        String remote = new TreeSet<>(data.getRemoteUrls()).stream().findFirst().orElse(null);
        return Optional.ofNullable(revision).map(each -> SourceRevision.stated(remote, each.getSha1String()));
    }
}
