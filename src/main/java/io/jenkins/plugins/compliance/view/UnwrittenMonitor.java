package io.jenkins.plugins.compliance.view;

import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import hudson.model.Item;
import hudson.model.Job;
import io.jenkins.plugins.compliance.record.unwritten.UnwrittenRecords;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.verb.POST;
import org.springframework.security.access.AccessDeniedException;

/**
 * Tells administrators that evidence could not be written down. It goes away when the same was written for the same jobs, and when
 * somebody says that they have seen it; then it comes back with the next failure.
 */
@Extension
@Restricted(NoExternalUse.class)
public final class UnwrittenMonitor extends AdministrativeMonitor {
    private static final int SHOWN = 10;

    @Override
    public boolean isActivated() {
        return !UnwrittenRecords.get().isEmpty();
    }

    @Override
    public void checkRequiredPermission() {
        Jenkins.get().checkPermission(Jenkins.SYSTEM_READ);
    }

    @Override
    public boolean hasRequiredPermission() {
        return Jenkins.get().hasPermission(Jenkins.SYSTEM_READ);
    }

    @Override
    public String getDisplayName() {
        return Messages.UnwrittenMonitor_displayName();
    }

    /** Whether the reader may say that it was seen. */
    public boolean mayDismiss() {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER);
    }

    /** What could not be written for jobs that the reader may see; that which fails for the longest time first. */
    public List<UnwrittenRow> rows() {
        checkRequiredPermission();
        return seen().stream().limit(SHOWN).toList();
    }

    /** How many more of these there are. */
    public int more() {
        checkRequiredPermission();
        return Math.max(0, seen().size() - SHOWN);
    }

    private static List<UnwrittenRow> seen() {
        return UnwrittenRecords.get().all().stream()
                .flatMap(each -> job(each.job()).map(job -> new UnwrittenRow(job, each)).stream())
                .toList();
    }

    /** The job, for who may see it. */
    private static Optional<Job<?, ?>> job(String name) {
        try {
            Job<?, ?> job = Jenkins.get().getItemByFullName(name, Job.class);
            return job != null && job.hasPermission(Item.READ) ? Optional.of(job) : Optional.empty();
        } catch (AccessDeniedException e) {
            return Optional.empty();
        }
    }

    /** Somebody has seen it. */
    @POST
    public HttpResponse doDismiss() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        UnwrittenRecords.get().forget();
        return HttpResponses.redirectViaContextPath("manage/");
    }
}
