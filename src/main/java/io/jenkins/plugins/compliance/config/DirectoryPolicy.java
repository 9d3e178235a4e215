package io.jenkins.plugins.compliance.config;

import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.PolicyPacks;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A policy pack in a directory on the controller. It is read anew for each judgement, so that what is changed there holds. */
public final class DirectoryPolicy extends PolicySource {
    private final String path;

    /**
     * @param path absolute path of the directory on the controller
     * @throws IllegalArgumentException when it is none
     */
    @DataBoundConstructor
    public DirectoryPolicy(String path) {
        this.path = requireAbsolute(path);
    }

    /** Absolute path of the directory on the controller. */
    public String getPath() {
        return path;
    }

    @Override
    public PolicyIndex load() throws IOException {
        return PolicyIndex.of(PolicyPacks.load(Path.of(path), Limits.DEFAULTS).orThrow());
    }

    /** Whoever writes the XML by hand is held to the same rule. */
    private Object readResolve() {
        return new DirectoryPolicy(path);
    }

    private static String requireAbsolute(String path) {
        String trimmed = Util.fixNull(path).trim();
        try {
            if (Path.of(trimmed).isAbsolute()) {
                return trimmed;
            }
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(Messages.DirectoryPolicy_notAbsolute(trimmed), e);
        }
        throw new IllegalArgumentException(Messages.DirectoryPolicy_notAbsolute(trimmed));
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
                requireAbsolute(value);
                return FormValidation.ok();
            } catch (IllegalArgumentException e) {
                return FormValidation.error(e.getMessage());
            }
        }
    }
}
