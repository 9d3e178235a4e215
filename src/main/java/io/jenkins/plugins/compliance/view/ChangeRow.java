package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * A change of outcome in a table.
 *
 * @param id what changed
 * @param title its name
 * @param before its outcome before; null when it was not there
 * @param after its outcome now; null when it is not there any more
 * @param url its address, relative to the root of Jenkins; null when it is not there any more
 */
@ExportedBean(defaultVisibility = 9)
@Restricted(NoExternalUse.class)
public record ChangeRow(
        @Exported String id,
        @Exported String title,
        @CheckForNull OutcomeView before,
        @CheckForNull OutcomeView after,
        @Exported @CheckForNull String url) {

    /** The word of the outcome before; null when it was not there. */
    @Exported(name = "before")
    @CheckForNull
    public String beforeId() {
        return before == null ? null : before.id();
    }

    /** The word of the outcome now; null when it is not there any more. */
    @Exported(name = "after")
    @CheckForNull
    public String afterId() {
        return after == null ? null : after.id();
    }

    /** Whether it became worse, or came and does not hold. */
    public boolean worse() {
        if (after == null) {
            return false;
        }
        return before == null ? after.outcome().waivable() : after.outcome().compareTo(before.outcome()) < 0;
    }
}
