package io.jenkins.plugins.compliance.view;

import org.apache.commons.jelly.TagLibrary;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The tags of the views that are written in Java; those in Jelly are beside them. */
@Restricted(NoExternalUse.class)
public final class ViewTags extends TagLibrary {
    /** Knows {@link ShownTag}. */
    public ViewTags() {
        registerTag("shown", ShownTag.class);
    }
}
