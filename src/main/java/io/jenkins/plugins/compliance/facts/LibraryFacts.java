package io.jenkins.plugins.compliance.facts;

import hudson.ExtensionList;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.libs.FolderLibraries;
import org.jenkinsci.plugins.workflow.libs.LibrariesAction;
import org.jenkinsci.plugins.workflow.libs.LibraryConfiguration;
import org.jenkinsci.plugins.workflow.libs.LibraryRecord;
import org.jenkinsci.plugins.workflow.libs.LibraryResolver;
import org.jenkinsci.plugins.workflow.libs.LibraryRetriever;
import org.jenkinsci.plugins.workflow.libs.SCMBasedRetriever;
import org.jenkinsci.plugins.workflow.libs.SCMSourceRetriever;

/**
 * Whether the shared libraries of a pipeline can move. Only to be used where the plugin for them is there.
 *
 * <p>A build remembers of a library the version that was asked for, not the revision that came of it. A name of a branch or a tag
 * moves. The full id of a commit does not, if it was asked of a Git repository that an administrator or the owner of a folder
 * configured: other sources need not heed the version at all, nor does what a script configures by itself.
 */
final class LibraryFacts {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}(?:[0-9a-f]{24})?");

    private LibraryFacts() {}

    static void state(Run<?, ?> run, Facts facts) {
        LibrariesAction action = run.getAction(LibrariesAction.class);
        if (action != null) {
            pinned(run, action.getLibraries())
                    .ifPresent(known -> facts.state(ControllerFact.PIPELINE_LIBRARIES_PINNED, known));
        }
    }

    /** {@code none}, {@code true} or {@code false}; empty when it can't be told. */
    private static Optional<String> pinned(Run<?, ?> run, List<LibraryRecord> libraries) {
        if (libraries.isEmpty()) {
            return Optional.of("none");
        }
        boolean named = libraries.stream()
                .allMatch(each -> COMMIT.matcher(each.getVersion()).matches());
        if (!named) {
            return Optional.of("false");
        }
        return libraries.stream().allMatch(each -> isAsNamed(run, each)) ? Optional.of("true") : Optional.empty();
    }

    /** Whether what was loaded is the commit that its version names. Untrusted libraries can be edited before a replay. */
    private static boolean isAsNamed(Run<?, ?> run, LibraryRecord library) {
        List<LibraryRetriever> retrievers = retrievers(run.getParent(), library);
        return !retrievers.isEmpty()
                && (library.isTrusted() || !CpsFacts.isReplayed(run))
                && retrievers.stream().allMatch(each -> heedsVersion(each, run, library.getVersion()));
    }

    private static boolean heedsVersion(LibraryRetriever retriever, Run<?, ?> run, String commit) {
        return retriever instanceof SCMSourceRetriever scm
                && Jenkins.get().getPlugin("git") != null
                && GitLibrary.isAt(scm.getScm(), commit, run);
    }

    /** How the libraries of this name are fetched that the job can see; none when the record is of none of them. */
    private static List<LibraryRetriever> retrievers(Job<?, ?> job, LibraryRecord library) {
        List<LibraryRetriever> retrievers = new ArrayList<>();
        boolean found = false;
        for (LibraryResolver resolver : ExtensionList.lookup(LibraryResolver.class)) {
            for (LibraryConfiguration each :
                    resolver.forJob(job, Collections.singletonMap(library.getName(), library.getVersion()))) {
                if (library.getName().equals(each.getName())) {
                    retrievers.add(each.getRetriever());
                    found |= directories(job, resolver, each, library).contains(library.getDirectoryName());
                }
            }
        }
        return found ? retrievers : List.of();
    }

    /** The names of directories that the library plugin gives to a library of these configurations: they tell where it came from. */
    private static Set<String> directories(
            Job<?, ?> job, LibraryResolver resolver, LibraryConfiguration configuration, LibraryRecord library) {
        String path = configuration.getRetriever() instanceof SCMBasedRetriever scm ? scm.getLibraryPath() : null;
        String trusted = String.valueOf(resolver.isTrusted());
        Set<String> names = new HashSet<>();
        for (String source : sources(job, resolver)) {
            names.add(LibraryRecord.directoryNameFor(library.getName(), library.getVersion(), trusted, source));
            if (path != null) {
                names.add(
                        LibraryRecord.directoryNameFor(library.getName(), library.getVersion(), trusted, source, path));
            }
        }
        return names;
    }

    private static List<String> sources(Job<?, ?> job, LibraryResolver resolver) {
        List<String> sources = new ArrayList<>();
        String type = resolver.getClass().getName();
        sources.add(type);
        if (resolver instanceof FolderLibraries.ForJob) {
            ItemGroup<?> group = job.getParent();
            while (group instanceof Item folder) {
                sources.add(type + " " + folder.getFullName());
                group = folder.getParent();
            }
        }
        return sources;
    }
}
