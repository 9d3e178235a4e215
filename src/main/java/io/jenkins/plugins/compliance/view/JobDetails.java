package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Job;
import io.jenkins.plugins.compliance.config.CompliancePermissions;
import io.jenkins.plugins.compliance.record.index.JobIndex;
import java.util.List;
import jenkins.model.details.Detail;
import jenkins.model.details.DetailFactory;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Shows the verdict of its newest build among the details of a job. */
@Extension
@SuppressWarnings("rawtypes")
@Restricted(NoExternalUse.class)
public final class JobDetails extends DetailFactory<Job> {
    @Override
    public Class<Job> type() {
        return Job.class;
    }

    @NonNull
    @Override
    public List<? extends Detail> createFor(@NonNull Job target) {
        Job<?, ?> job = target;
        if (!job.hasPermission(CompliancePermissions.VIEW)) {
            return List.of();
        }
        return JobIndex.of(job).newest().stream()
                .map(entry -> new ComplianceDetail(
                        job,
                        new OutcomeView(entry.overall()),
                        OutcomeCounts.of(entry.procedures()).sentence()))
                .toList();
    }
}
