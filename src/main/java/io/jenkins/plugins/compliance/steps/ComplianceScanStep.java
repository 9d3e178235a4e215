package io.jenkins.plugins.compliance.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import io.jenkins.plugins.compliance.scan.ScanExecution;
import io.jenkins.plugins.compliance.scan.ScanRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Runs the scan tools that policy demands of a build, and records what they found. */
@Restricted(NoExternalUse.class)
public final class ComplianceScanStep extends Step {
    private List<String> tools = new ArrayList<>();
    private String dir;
    private int parallel;
    private int timeout;

    /** A scan of the workspace by all tools that policy demands. */
    @DataBoundConstructor
    public ComplianceScanStep() {}

    /** Ids of the tools to run here; empty for all that policy demands. */
    public List<String> getTools() {
        return tools;
    }

    /** The tools, with commas between. */
    public String getJoinedTools() {
        return String.join(", ", tools);
    }

    /** Leaves out the other tools that policy demands; an item may hold several with commas between. */
    @DataBoundSetter
    public void setTools(List<String> tools) {
        this.tools = tools == null
                ? new ArrayList<>()
                : tools.stream()
                        .flatMap(item -> Arrays.stream(Util.fixNull(item).split(",")))
                        .map(String::trim)
                        .filter(item -> !item.isEmpty())
                        .distinct()
                        .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The directory to scan, relative to the workspace; null for all of it. */
    @CheckForNull
    public String getDir() {
        return dir;
    }

    /** Chooses the directory to scan, relative to the workspace. */
    @DataBoundSetter
    public void setDir(String dir) {
        this.dir = Util.fixEmptyAndTrim(dir);
    }

    /** How many tools run at a time; 0 for the default. */
    public int getParallel() {
        return parallel;
    }

    /** Decides how many tools run at a time. */
    @DataBoundSetter
    public void setParallel(int parallel) {
        this.parallel = parallel;
    }

    /** How many minutes a tool may run; 0 for as long as its definition allows. */
    public int getTimeout() {
        return timeout;
    }

    /** Gives each tool less time than its definition allows, in minutes. */
    @DataBoundSetter
    public void setTimeout(int timeout) {
        this.timeout = timeout;
    }

    /**
     * What it asks for.
     *
     * @throws IllegalArgumentException when a value is out of bounds
     */
    ScanRequest request() {
        return new ScanRequest(ids(), Util.fixNull(dir), parallel, timeout);
    }

    /** The tools as texts: XML written by hand may hold anything. */
    private List<String> ids() {
        List<?> kept = tools == null ? List.of() : tools;
        return kept.stream().map(String::valueOf).toList();
    }

    @Override
    public StepExecution start(StepContext context) {
        return new ScanExecution(context, request());
    }

    /** Describes {@link ComplianceScanStep}. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "complianceScan";
        }

        @Override
        public String getDisplayName() {
            return Messages.ComplianceScanStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, FilePath.class, TaskListener.class);
        }

        /** Tells while typing; nothing but the text is looked at. */
        @POST
        public FormValidation doCheckDir(@QueryParameter String value) {
            return check(value, 0, 0);
        }

        /** Tells while typing. */
        @POST
        public FormValidation doCheckParallel(@QueryParameter int value) {
            return check("", value, 0);
        }

        /** Tells while typing. */
        @POST
        public FormValidation doCheckTimeout(@QueryParameter int value) {
            return check("", 0, value);
        }

        private static FormValidation check(String dir, int parallel, int timeout) {
            try {
                new ScanRequest(List.of(), Util.fixNull(dir), parallel, timeout);
                return FormValidation.ok();
            } catch (IllegalArgumentException e) {
                return FormValidation.error(e.getMessage());
            }
        }
    }
}
