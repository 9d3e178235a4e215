package io.jenkins.plugins.compliance.view;

import org.apache.commons.jelly.TagLibrary;

/** The tags of the views that are written in Java; those in Jelly are beside them. */
public final class ViewTags extends TagLibrary {
    /** Knows {@link ShownTag}. */
    public ViewTags() {
        registerTag("shown", ShownTag.class);
    }
}
