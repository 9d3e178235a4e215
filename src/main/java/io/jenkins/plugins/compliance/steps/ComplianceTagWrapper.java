package io.jenkins.plugins.compliance.steps;

import hudson.EnvVars;
import hudson.Extension;
import hudson.model.AbstractProject;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildWrapperDescriptor;
import java.io.IOException;
import java.util.Objects;
import jenkins.tasks.SimpleBuildWrapper;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;

/** Says what the application of a freestyle build is, before anything else of it runs. */
@Restricted(NoExternalUse.class)
public final class ComplianceTagWrapper extends SimpleBuildWrapper {
    private final ComplianceTagStep tags;

    /**
     * @param tags the tags
     * @throws IllegalArgumentException when one is no tag, or a key is given twice
     */
    @DataBoundConstructor
    public ComplianceTagWrapper(ComplianceTagStep tags) {
        this.tags = Objects.requireNonNull(tags);
        tags.all();
    }

    /** The tags. */
    public ComplianceTagStep getTags() {
        return tags;
    }

    @Override
    public void setUp(Context context, Run<?, ?> build, TaskListener listener, EnvVars initialEnvironment)
            throws IOException {
        BuildTags.add(build, tags.all(), listener);
    }

    @Override
    public boolean requiresWorkspace() {
        return false;
    }

    private Object readResolve() {
        return new ComplianceTagWrapper(tags);
    }

    /** Describes {@link ComplianceTagWrapper}. */
    @Extension
    public static final class DescriptorImpl extends BuildWrapperDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.ComplianceTagWrapper_displayName();
        }

        @Override
        public boolean isApplicable(AbstractProject<?, ?> item) {
            return true;
        }
    }
}
