package io.jenkins.plugins.compliance.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Says what the application of a build is. */
@Restricted(NoExternalUse.class)
public final class ComplianceTagStep extends Step {
    private String exposure;
    private String data;
    private String kind;
    private String packaging;
    private String zone;
    private String criticality;
    private String tags;

    /** A step that says nothing yet. */
    @DataBoundConstructor
    public ComplianceTagStep() {}

    /** Who reaches the application. */
    @CheckForNull
    public String getExposure() {
        return exposure;
    }

    /** Says who reaches the application. */
    @DataBoundSetter
    public void setExposure(String exposure) {
        this.exposure = Util.fixEmptyAndTrim(exposure);
    }

    /** What data it handles. */
    @CheckForNull
    public String getData() {
        return data;
    }

    /** Says what data it handles. */
    @DataBoundSetter
    public void setData(String data) {
        this.data = Util.fixEmptyAndTrim(data);
    }

    /** What sort of program it is. */
    @CheckForNull
    public String getKind() {
        return kind;
    }

    /** Says what sort of program it is. */
    @DataBoundSetter
    public void setKind(String kind) {
        this.kind = Util.fixEmptyAndTrim(kind);
    }

    /** How it is delivered. */
    @CheckForNull
    public String getPackaging() {
        return packaging;
    }

    /** Says how it is delivered. */
    @DataBoundSetter
    public void setPackaging(String packaging) {
        this.packaging = Util.fixEmptyAndTrim(packaging);
    }

    /** In which network zone it runs. */
    @CheckForNull
    public String getZone() {
        return zone;
    }

    /** Says in which network zone it runs. */
    @DataBoundSetter
    public void setZone(String zone) {
        this.zone = Util.fixEmptyAndTrim(zone);
    }

    /** What its failure or misuse would do. */
    @CheckForNull
    public String getCriticality() {
        return criticality;
    }

    /** Says what its failure or misuse would do. */
    @DataBoundSetter
    public void setCriticality(String criticality) {
        this.criticality = Util.fixEmptyAndTrim(criticality);
    }

    /** Other tags, {@code key=value} and commas between. */
    @CheckForNull
    public String getTags() {
        return tags;
    }

    /** Adds other tags, {@code key=value} and commas between. */
    @DataBoundSetter
    public void setTags(String tags) {
        this.tags = Util.fixEmptyAndTrim(tags);
    }

    /**
     * All of them.
     *
     * @throws IllegalArgumentException when one is no tag, or a key is given twice
     */
    Tags all() {
        Map<String, String> all = new TreeMap<>(parse(tags).values());
        put(all, "exposure", exposure);
        put(all, "data", data);
        put(all, "kind", kind);
        put(all, "packaging", packaging);
        put(all, "zone", zone);
        put(all, "criticality", criticality);
        return Tags.of(all);
    }

    private static Tags parse(@CheckForNull String text) {
        Map<String, String> parsed = new TreeMap<>();
        for (String pair : Util.fixNull(text).split(",", -1)) {
            if (!pair.isBlank()) {
                int equals = pair.indexOf('=');
                if (equals < 0) {
                    throw new IllegalArgumentException(Messages.ComplianceTagStep_noPair(pair.trim()));
                }
                put(
                        parsed,
                        pair.substring(0, equals).trim(),
                        pair.substring(equals + 1).trim());
            }
        }
        return Tags.of(parsed);
    }

    private static void put(Map<String, String> all, String key, @CheckForNull String value) {
        if (value != null && all.put(key, value) != null) {
            throw new IllegalArgumentException(Messages.ComplianceTagStep_twice(key));
        }
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, all());
    }

    private static final class Execution extends SynchronousNonBlockingStepExecution<Void> {
        private static final long serialVersionUID = 1L;

        private final TreeMap<String, String> tags;

        Execution(StepContext context, Tags tags) {
            super(context);
            this.tags = new TreeMap<>(tags.values());
        }

        @Override
        protected Void run() throws Exception {
            BuildTags.add(
                    getContext().get(Run.class), Tags.of(tags), getContext().get(TaskListener.class));
            return null;
        }
    }

    /** Describes {@link ComplianceTagStep}. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "complianceTag";
        }

        @Override
        public String getDisplayName() {
            return Messages.ComplianceTagStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }

        /** The values that the policy in force knows. */
        @POST
        public ComboBoxModel doFillExposureItems(@AncestorInPath Item item) {
            return PolicyTagValues.of(item, "exposure");
        }

        /** The values that the policy in force knows. */
        @POST
        public ComboBoxModel doFillDataItems(@AncestorInPath Item item) {
            return PolicyTagValues.of(item, "data");
        }

        /** The values that the policy in force knows. */
        @POST
        public ComboBoxModel doFillKindItems(@AncestorInPath Item item) {
            return PolicyTagValues.of(item, "kind");
        }

        /** The values that the policy in force knows. */
        @POST
        public ComboBoxModel doFillPackagingItems(@AncestorInPath Item item) {
            return PolicyTagValues.of(item, "packaging");
        }

        /** The values that the policy in force knows. */
        @POST
        public ComboBoxModel doFillZoneItems(@AncestorInPath Item item) {
            return PolicyTagValues.of(item, "zone");
        }

        /** The values that the policy in force knows. */
        @POST
        public ComboBoxModel doFillCriticalityItems(@AncestorInPath Item item) {
            return PolicyTagValues.of(item, "criticality");
        }

        /** Tells while typing; nothing but the text is looked at. */
        @POST
        public FormValidation doCheckTags(@QueryParameter String value) {
            try {
                parse(value);
                return FormValidation.ok();
            } catch (IllegalArgumentException e) {
                return FormValidation.error(e.getMessage());
            }
        }
    }
}
