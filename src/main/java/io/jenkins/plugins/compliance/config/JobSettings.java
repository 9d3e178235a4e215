package io.jenkins.plugins.compliance.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.config.policy.PolicyState;
import io.jenkins.plugins.compliance.config.policy.PolicyStore;
import io.jenkins.plugins.compliance.config.tools.ScanConfiguration;
import io.jenkins.plugins.compliance.config.tools.ToolSetup;
import io.jenkins.plugins.compliance.engine.assess.Gate;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.scan.ScanTools;
import io.jenkins.plugins.compliance.record.judge.Yardstick;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** What is in force for a job: what the administrator decided, its folders added, and it adds itself. */
@Restricted(NoExternalUse.class)
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
        Tags tags = Tags.NONE;
        for (LevelSettings level : levels()) {
            tags = tags.over(level.tags());
        }
        return tags;
    }

    /** {@link #tags()} with those of a build, which is the nearest level. */
    public Tags tagsOf(Tags build) {
        return tags().over(build);
    }

    /** Id of the archetype that the nearest level named; null when the tags alone decide. {@link #policy} has all in force. */
    @CheckForNull
    public String archetype() {
        String nearest = null;
        for (LevelSettings level : levels()) {
            nearest = level.archetype() == null ? nearest : level.archetype();
        }
        return nearest;
    }

    /** How strict a gate is at least: the strictest of administrator, folders and job. */
    public Gate.Mode gate() {
        Gate.Mode mode = ComplianceGlobalConfiguration.get().gateMode();
        for (LevelSettings level : levels()) {
            mode = mode.stricter(level.gate());
        }
        return mode;
    }

    /** By what the job is judged. */
    public Yardstick yardstick() throws IOException {
        return new Yardstick(policy(), Keys.get().trusted(), tags());
    }

    /**
     * The policy to judge the job by, with what folders and job add.
     *
     * @throws IOException when there is none, or what they add is wrong; the message says what to do
     */
    public PolicyIndex policy() throws IOException {
        return AddedPolicy.of(PolicyStore.get().current(), levels());
    }

    /** Where the policy comes from and how fresh it is. */
    public PolicyState policyState() {
        return PolicyStore.get().state();
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
        return ScanConfiguration.get().tools(unix);
    }

    /** Where a tool runs and which secrets it gets. */
    public ToolSetup setup(String tool) {
        return ScanConfiguration.get().setup(tool);
    }

    /** The bounds under which reports are read. */
    public Limits limits() {
        return ComplianceGlobalConfiguration.get().limits();
    }

    /** Whether the administrator demands that builds be scanned even if their definition calls no step. */
    public boolean scanDemanded() {
        return ScanConfiguration.get().isDemandedFor(job);
    }

    private List<LevelSettings> levels() {
        List<LevelSettings> levels = new ArrayList<>();
        LevelSource.all().forEach(source -> levels.addAll(source.above(job)));
        ComplianceJobProperty property = job.getProperty(ComplianceJobProperty.class);
        if (property != null) {
            levels.add(property.settings(Messages.LevelSettings_job(job.getFullName())));
        }
        return levels;
    }

    @Override
    public String toString() {
        return "settings of " + job.getFullName();
    }
}
