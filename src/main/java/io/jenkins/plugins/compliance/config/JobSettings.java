package io.jenkins.plugins.compliance.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import io.jenkins.plugins.compliance.config.tools.ToolSetup;
import io.jenkins.plugins.compliance.engine.assess.Gate;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Tags;
import io.jenkins.plugins.compliance.engine.scan.ScanTools;
import io.jenkins.plugins.compliance.engine.scan.ToolPresets;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;

/** What is in force for a job: what the administrator decided, its folders added, and it adds itself. */
public final class JobSettings {
    private final Job<?, ?> job;

    private JobSettings(Job<?, ?> job) {
        this.job = Objects.requireNonNull(job);
    }

    /** The settings in force for a job. They are read anew with each question. */
    public static JobSettings of(Job<?, ?> job) {
        return new JobSettings(job);
    }

    /** Tags of folders and job. A nearer level adds tags; what a farther one said stays. */
    public Tags tags() {
        return Tags.NONE;
    }

    /** {@link #tags()} with those of a build, which is the nearest level. */
    public Tags tagsOf(Tags build) {
        return tags().over(build);
    }

    /** Id of the archetype that folder or job named; null when the tags alone decide. {@link #policy} has it in force. */
    @CheckForNull
    public String archetype() {
        return null;
    }

    /** How strict a gate is at least: the strictest of administrator, folders and job. */
    public Gate.Mode gate() {
        return ComplianceGlobalConfiguration.get().gateMode();
    }

    /**
     * The policy to judge the job by, with the procedures that folders and job add.
     *
     * @throws IOException when there is none; the message says what to do
     */
    public PolicyIndex policy() throws IOException {
        return ComplianceGlobalConfiguration.get().getPolicy().load();
    }

    /** Where the policy comes from and how fresh it is. */
    public PolicyState policyState() {
        PolicySource source = ComplianceGlobalConfiguration.get().getPolicy();
        String name = source.getDescriptor().getDisplayName();
        try {
            PolicyPack pack = source.load().pack();
            Instant now = Instant.now();
            return new PolicyState(name, pack.id(), pack.version(), pack.digest(), now, now, null);
        } catch (IOException e) {
            return new PolicyState(name, "", "", "", null, null, e.getMessage());
        }
    }

    /** The scan tools of this controller, with the commands for Unix. */
    public ScanTools tools() {
        return tools(true);
    }

    /**
     * The scan tools of this controller.
     *
     * @param unix whether with the commands for Unix, or those for Windows
     */
    public ScanTools tools(boolean unix) {
        return ToolPresets.all();
    }

    /** Where a tool runs and which secrets it gets. */
    public ToolSetup setup(String tool) {
        return ToolSetup.PLAIN;
    }

    /** The bounds under which reports are read. */
    public Limits limits() {
        return Limits.DEFAULTS;
    }

    /** Whether the administrator demands that builds be scanned even if their definition calls no step. */
    public boolean scanDemanded() {
        return false;
    }

    @Override
    public String toString() {
        return "settings of " + job.getFullName();
    }
}
