package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * A link along the chain.
 *
 * @param title what it leads to, for people
 * @param id the id of what it leads to
 * @param url its address, relative to the root of Jenkins
 * @param outcome the outcome of what it leads to; null when it has none
 */
@ExportedBean(defaultVisibility = 9)
@Restricted(NoExternalUse.class)
public record Link(
        String title,
        @Exported String id,
        @Exported String url,
        @CheckForNull OutcomeView outcome) {
    /** The word of the outcome; null when there is none. */
    @Exported(name = "outcome")
    @CheckForNull
    public String outcomeId() {
        return outcome == null ? null : outcome.id();
    }
}
