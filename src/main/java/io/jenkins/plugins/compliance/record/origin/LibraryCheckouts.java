package io.jenkins.plugins.compliance.record.origin;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Remembers with a build which of its checkouts were those of shared libraries: what was built is what it checked out for itself. */
@Restricted(NoExternalUse.class)
public final class LibraryCheckouts extends InvisibleAction {
    private final ArrayList<String> libraries;

    private LibraryCheckouts(Collection<String> libraries) {
        this.libraries = new ArrayList<>(libraries);
    }

    /** Whether a build made a checkout for a library, and not for itself too. */
    static boolean has(Run<?, ?> run, SourceRevision checkout) {
        return noted(run).contains(String.valueOf(checkout));
    }

    /** Notes a checkout: the same of a library and of the build itself counts as the build's. */
    static void note(Run<?, ?> run, SourceRevision checkout, boolean ofLibrary) {
        synchronized (run) {
            TreeSet<String> libraries = new TreeSet<>(noted(run));
            String name = String.valueOf(checkout);
            if (ofLibrary ? libraries.add(name) : libraries.remove(name)) {
                run.addOrReplaceAction(new LibraryCheckouts(libraries));
            }
        }
    }

    private static List<String> noted(Run<?, ?> run) {
        LibraryCheckouts noted = run.getAction(LibraryCheckouts.class);
        return noted == null || noted.libraries == null ? List.of() : List.copyOf(noted.libraries);
    }
}
