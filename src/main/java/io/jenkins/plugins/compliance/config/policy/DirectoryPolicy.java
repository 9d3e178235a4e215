package io.jenkins.plugins.compliance.config.policy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A policy pack in a directory on the controller. It is read anew when something in it changed. */
@Restricted(NoExternalUse.class)
public final class DirectoryPolicy extends PolicySource {
    private final String path;

    /**
     * @param path absolute path of the directory on the controller
     * @throws IllegalArgumentException when it is none
     */
    @DataBoundConstructor
    public DirectoryPolicy(String path) {
        this.path = Util.fixNull(path).trim();
        requireAbsolute(this.path);
    }

    /** Absolute path of the directory on the controller. */
    public String getPath() {
        return path;
    }

    @Override
    public String describe() {
        return path;
    }

    @Override
    String identity() {
        return "directory:" + path;
    }

    @Override
    Brought bring(Path into, Limits limits) throws IOException, InterruptedException {
        Path real = real();
        Path parent = real.getParent();
        if (parent == null) {
            throw new IOException(Messages.DirectoryPolicy_noDirectory(path));
        }
        String name = String.valueOf(real.getFileName());
        List<String> copied = new PackCopy(new DirectoryFolders(parent, limits), into, limits).copy(name);
        return new Brought(name, null, copied);
    }

    @Override
    @CheckForNull
    String stamp(List<String> places) {
        try {
            Path real = real();
            Path parent = real.getParent();
            if (parent != null) {
                DirectoryFolders folders = new DirectoryFolders(parent, Limits.DEFAULTS);
                List<String> read = places.isEmpty() ? List.of(String.valueOf(real.getFileName())) : places;
                return read.stream().map(folders::stamp).collect(Collectors.joining("\n"));
            }
            return "no directory";
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Path real() throws IOException {
        try {
            // Whoever writes the XML by hand is held to the same rule.
            Path directory = requireAbsolute(path);
            if (Files.isDirectory(directory)) {
                return directory.toRealPath();
            }
            throw new IOException(Messages.DirectoryPolicy_noDirectory(path));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Path requireAbsolute(@CheckForNull String path) {
        String text = Util.fixNull(path);
        try {
            Path parsed = Path.of(text);
            if (parsed.isAbsolute()) {
                return parsed;
            }
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(Messages.DirectoryPolicy_notAbsolute(text), e);
        }
        throw new IllegalArgumentException(Messages.DirectoryPolicy_notAbsolute(text));
    }

    /** Describes {@link DirectoryPolicy}. */
    @Extension
    @Symbol("directory")
    public static final class DescriptorImpl extends Descriptor<PolicySource> {
        @Override
        public String getDisplayName() {
            return Messages.DirectoryPolicy_displayName();
        }

        /** Tells an administrator while typing. */
        @POST
        public FormValidation doCheckPath(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            try {
                return Files.isDirectory(requireAbsolute(Util.fixNull(value).trim()))
                        ? FormValidation.ok()
                        : FormValidation.warning(Messages.DirectoryPolicy_noDirectory(value));
            } catch (IllegalArgumentException e) {
                return FormValidation.error(e.getMessage());
            }
        }
    }
}
