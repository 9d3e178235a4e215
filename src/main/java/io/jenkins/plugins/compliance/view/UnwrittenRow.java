package io.jenkins.plugins.compliance.view;

import hudson.model.Job;
import io.jenkins.plugins.compliance.record.clock.MomentText;
import io.jenkins.plugins.compliance.record.unwritten.UnwrittenRecord;
import java.util.List;
import java.util.stream.Collectors;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * What could not be written down for a job, for people.
 *
 * @param of the job
 * @param unwritten what could not be written
 */
@Restricted(NoExternalUse.class)
public record UnwrittenRow(Job<?, ?> of, UnwrittenRecord unwritten) {
    /** Name of the job, with those of its folders. */
    public String job() {
        return of.getFullDisplayName();
    }

    /** Address of the job, relative to the root of Jenkins. */
    public String url() {
        return of.getUrl();
    }

    /** What could not be written, and of which builds. */
    public String words() {
        String what = switch (unwritten.what()) {
            case LEDGER -> Messages.Unwritten_ledger();
            case ARTIFACTS -> Messages.Unwritten_artifacts();
            case VERDICT -> Messages.Unwritten_verdict();
            case INDEX -> Messages.Unwritten_index();
        };
        List<Integer> builds = unwritten.builds();
        return builds.isEmpty()
                ? what
                : Messages.Unwritten_ofBuilds(
                        what, builds.stream().map(each -> "#" + each).collect(Collectors.joining(", ")));
    }

    /** When it failed first. */
    public MomentText since() {
        return new MomentText(unwritten.since());
    }

    /** When it failed last. */
    public MomentText last() {
        return new MomentText(unwritten.last());
    }

    /** What was said of the last failure. */
    public String error() {
        return unwritten.error();
    }
}
