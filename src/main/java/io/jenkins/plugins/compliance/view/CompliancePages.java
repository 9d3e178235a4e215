package io.jenkins.plugins.compliance.view;

import hudson.model.Job;
import hudson.model.ModelObject;
import hudson.security.AccessControlled;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The pages of a build or of a job: what they have in common. */
@Restricted(NoExternalUse.class)
public interface CompliancePages extends ModelObject {
    /** The build or the job. */
    AccessControlled owner();

    /** The job. */
    Job<?, ?> job();

    /** Where the pages are. */
    ComplianceUrls urls();

    /**
     * What they show.
     *
     * @throws RuntimeException answered with status 503 and a text that says what to do, when nothing can be shown
     */
    AssessmentViewModel shown();

    /** Whether they speak of a moment that was chosen, and not of now. */
    boolean past();

    /** The pages to choose from. */
    List<Destination> destinations();

    /** What the pages are of, for instance {@code shop #17}. */
    String subject();

    /** A page to choose.
     *
     * @param key tells which one it is
     * @param label its name
     * @param icon its icon
     * @param url its address, relative to the root of Jenkins
     * @param badge a number beside its name; empty for none
     */
    record Destination(String key, String label, String icon, String url, String badge) {}
}
