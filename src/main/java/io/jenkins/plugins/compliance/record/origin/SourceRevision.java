package io.jenkins.plugins.compliance.record.origin;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import java.util.List;
import java.util.regex.Pattern;
import jenkins.model.Jenkins;
import jenkins.scm.api.SCMRevisionAction;

/**
 * What a build was made of, as the controller knows it from the checkout itself.
 *
 * @param source address of the repository without what logs in to it; null when not known
 * @param revision the revision; null when not known
 */
record SourceRevision(
        @CheckForNull String source, @CheckForNull String revision) {
    /** Nothing is known. */
    static final SourceRevision UNKNOWN = new SourceRevision(null, null);

    private static final int LONGEST = 300;
    private static final Pattern USER = Pattern.compile("(?<=://)[^/@]*@");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}(?:[0-9a-f]{24})?");

    /** The revision of a build. A branch project knows it before anything is checked out; else the checkout tells it. */
    static SourceRevision of(Run<?, ?> run) {
        List<SourceRevision> checkouts = Jenkins.get().getPlugin("git") == null
                ? List.of()
                : GitCheckouts.of(run).stream()
                        .filter(each -> !LibraryCheckouts.has(run, each))
                        .toList();
        SCMRevisionAction action = run.getAction(SCMRevisionAction.class);
        if (action == null) {
            return checkouts.isEmpty() ? UNKNOWN : checkouts.get(0);
        }
        String revision = line(action.getRevision().toString());
        String known = checkouts.stream()
                .filter(each -> revision.equals(each.revision()))
                .map(SourceRevision::source)
                .findFirst()
                .orElse(null);
        return new SourceRevision(known, revision);
    }

    /** What a checkout states, made fit for evidence. */
    static SourceRevision stated(@CheckForNull String source, @CheckForNull String revision) {
        return new SourceRevision(
                source == null ? null : line(USER.matcher(source).replaceAll("")),
                revision == null ? null : line(revision));
    }

    /** Whether the revision is a commit and no name that moves. */
    boolean isCommit() {
        String known = revision;
        return known != null && COMMIT.matcher(known).matches();
    }

    private static String line(String text) {
        return DisplayText.line(text, LONGEST);
    }
}
