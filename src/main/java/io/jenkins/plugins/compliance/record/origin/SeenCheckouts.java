package io.jenkins.plugins.compliance.record.origin;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.SCMListener;
import hudson.scm.SCM;
import hudson.scm.SCMRevisionState;
import java.io.File;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Sees each checkout of a build, and tells those of shared libraries from its own: libraries are checked out in folders of theirs. */
@Extension
@Restricted(NoExternalUse.class)
public final class SeenCheckouts extends SCMListener {
    private static final Logger LOGGER = Logger.getLogger(SeenCheckouts.class.getName());
    private static final String BESIDE_WORKSPACES = "libs/";
    private static final String CACHE = "/global-libraries-cache/";

    @Override
    public void onCheckout(
            Run<?, ?> build,
            SCM scm,
            FilePath workspace,
            TaskListener listener,
            @CheckForNull File changelogFile,
            @CheckForNull SCMRevisionState pollingBaseline) {
        try {
            if (Jenkins.get().getPlugin("git") != null) {
                boolean ofLibrary = isLibrary(build, workspace);
                GitCheckouts.newest(build, scm)
                        .ifPresent(checkout -> LibraryCheckouts.note(build, checkout, ofLibrary));
            }
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, e, () -> "A checkout of " + build + " was not looked at");
        }
    }

    private static boolean isLibrary(Run<?, ?> build, FilePath workspace) {
        String path = workspace.getRemote().replace('\\', '/');
        String beside = System.getProperty("hudson.slaves.WorkspaceList", "@") + BESIDE_WORKSPACES;
        String ofBuild = build.getRootDir().getPath().replace('\\', '/') + "/" + BESIDE_WORKSPACES;
        return !workspace.isRemote() && (path.contains(beside) || path.contains(CACHE) || path.startsWith(ofBuild));
    }
}
