package io.jenkins.plugins.compliance.config.policy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.LogTaskListener;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import jenkins.model.Jenkins;
import jenkins.scm.api.SCMFileSystem;
import jenkins.scm.api.SCMRevision;
import jenkins.scm.api.SCMSource;
import jenkins.scm.api.SCMSourceDescriptor;
import org.jenkinsci.Symbol;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A policy pack in a repository, by any SCM plugin that can read single files of one. */
@Restricted(NoExternalUse.class)
public final class ScmPolicy extends PolicySource {
    private static final Logger LOGGER = Logger.getLogger(ScmPolicy.class.getName());
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._ -]{0,100}");
    private static final String WHOLE = "pack";

    private final SCMSource scm;
    private final String version;

    @CheckForNull
    private String path;

    /**
     * @param scm the repository
     * @param version branch, tag, or whatever else the SCM takes for a version
     * @throws IllegalArgumentException when one of them is missing
     */
    @DataBoundConstructor
    public ScmPolicy(SCMSource scm, String version) {
        this.scm = scm;
        this.version = Util.fixNull(version).trim();
        check();
    }

    /** The repository. */
    public SCMSource getScm() {
        return scm;
    }

    /** Branch, tag, or whatever else the SCM takes for a version. */
    public String getVersion() {
        return version;
    }

    /** Path of the pack's folder in the repository, with forward slashes; null for the whole repository. */
    @CheckForNull
    public String getPath() {
        return path;
    }

    /**
     * Says where in the repository the pack is.
     *
     * @throws IllegalArgumentException when it is no relative path
     */
    @DataBoundSetter
    public void setPath(@CheckForNull String path) {
        this.path = requireRelative(path);
    }

    @Override
    public String describe() {
        String name = scm == null
                ? Messages.ScmPolicy_displayName()
                : scm.getDescriptor().getDisplayName();
        return name + " " + version + (path == null ? "" : ":" + path);
    }

    @Override
    String identity() {
        return "scm:" + version + ":" + Util.fixNull(path) + ":" + repository();
    }

    /** The configuration of the repository without what may change while it stays the same one. */
    private String repository() {
        return Jenkins.XSTREAM2
                .toXML(scm)
                .replaceAll("<(id|credentialsId)>[^<]*</\\1>|<(id|credentialsId)/>", "")
                .replaceAll(" plugin=\"[^\"]*\"", "")
                .replaceAll("\\s+", " ")
                .replace("> <", "><");
    }

    @Override
    Brought bring(Path into, Limits limits) throws IOException, InterruptedException {
        String folder;
        try {
            // Whoever writes the XML by hand is held to the same rules, and the SCM plugin may have gone.
            check();
            folder = requireRelative(path);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        SCMRevision revision = scm.fetch(version, new LogTaskListener(LOGGER, Level.FINE), null);
        if (revision == null) {
            throw new IOException(Messages.ScmPolicy_noVersion(version));
        }
        try (SCMFileSystem files = SCMFileSystem.of(scm, revision.getHead(), revision)) {
            if (files == null) {
                throw new IOException(
                        Messages.ScmPolicy_unsupported(scm.getDescriptor().getDisplayName()));
            }
            return bring(files, folder, revision, into, limits);
        }
    }

    private static Brought bring(
            SCMFileSystem files, @CheckForNull String folder, SCMRevision revision, Path into, Limits limits)
            throws IOException, InterruptedException {
        if (folder == null) {
            PackFolders whole = path -> path.equals(WHOLE) ? new ScmFolders(files, "", limits).files(".") : Map.of();
            new PackCopy(whole, into, limits).copy(WHOLE);
            return new Brought(WHOLE, revision.toString(), List.of());
        }
        int cut = folder.lastIndexOf('/');
        String parent = cut < 0 ? "" : folder.substring(0, cut);
        String name = folder.substring(cut + 1);
        new PackCopy(new ScmFolders(files, parent, limits), into, limits).copy(name);
        return new Brought(name, revision.toString(), List.of());
    }

    private void check() {
        if (scm == null) {
            throw new IllegalArgumentException(Messages.ScmPolicy_noScm());
        }
        if (Util.fixEmpty(version) == null) {
            throw new IllegalArgumentException(Messages.ScmPolicy_versionMissing());
        }
    }

    @CheckForNull
    private static String requireRelative(@CheckForNull String path) {
        String trimmed = Util.fixEmptyAndTrim(path);
        if (trimmed == null) {
            return null;
        }
        for (String segment : trimmed.split("/", -1)) {
            if (!SEGMENT.matcher(segment).matches()) {
                throw new IllegalArgumentException(Messages.ScmPolicy_notRelative(trimmed));
            }
        }
        return trimmed;
    }

    /** Describes {@link ScmPolicy}. */
    @Extension
    @Symbol("scm")
    public static final class DescriptorImpl extends Descriptor<PolicySource> {
        @Override
        public String getDisplayName() {
            return Messages.ScmPolicy_displayName();
        }

        /** The kinds of repository to choose from: those of which single files can be read. */
        public List<SCMSourceDescriptor> getScmDescriptors() {
            return Jenkins.get().getDescriptorList(SCMSource.class).stream()
                    .filter(SCMSourceDescriptor.class::isInstance)
                    .map(SCMSourceDescriptor.class::cast)
                    .filter(SCMFileSystem::supports)
                    .toList();
        }

        /** Tells an administrator while typing. */
        @POST
        public FormValidation doCheckPath(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            try {
                requireRelative(value);
                return FormValidation.ok();
            } catch (IllegalArgumentException e) {
                return FormValidation.error(e.getMessage());
            }
        }
    }
}
