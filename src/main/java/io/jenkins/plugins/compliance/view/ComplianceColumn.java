package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Item;
import hudson.model.Job;
import hudson.views.ListViewColumn;
import hudson.views.ListViewColumnDescriptor;
import io.jenkins.plugins.compliance.config.CompliancePermissions;
import io.jenkins.plugins.compliance.record.index.IndexEntry;
import io.jenkins.plugins.compliance.record.index.JobIndex;
import java.util.Optional;
import org.jenkinsci.Symbol;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;

/** A column of list views: what the newest build of each job came to. */
@Restricted(NoExternalUse.class)
public final class ComplianceColumn extends ListViewColumn {
    /** A column, without settings. */
    @DataBoundConstructor
    public ComplianceColumn() {}

    /** What a job came to; null when no build of it was judged, or for who may not see it. */
    @CheckForNull
    public Cell cell(Item item) {
        if (!(item instanceof Job<?, ?> job) || !job.hasPermission(CompliancePermissions.VIEW)) {
            return null;
        }
        Optional<IndexEntry> newest = JobIndex.of(job).newest();
        return newest.map(entry -> new Cell(
                        new OutcomeView(entry.overall()),
                        OutcomeCounts.of(entry.procedures()).sentence(),
                        ComplianceUrls.of(job).page()))
                .orElse(null);
    }

    /**
     * What the column shows of a job.
     *
     * @param outcome what it came to as a whole
     * @param sentence how many procedures hold
     * @param url address of the job's page, relative to the root of Jenkins
     */
    public record Cell(OutcomeView outcome, String sentence, String url) {
        /** By what the column is sorted: the worst first. */
        public int order() {
            return outcome.outcome().ordinal();
        }
    }

    /** Describes {@link ComplianceColumn}. */
    @Extension
    @Symbol("compliance")
    public static final class DescriptorImpl extends ListViewColumnDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.ComplianceColumn_displayName();
        }

        @Override
        public boolean shownByDefault() {
            return false;
        }
    }
}
