package io.jenkins.plugins.compliance.record.origin;

import jenkins.model.Jenkins;
import jenkins.model.JenkinsLocationConfiguration;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** What evidence calls this controller. */
@Restricted(NoExternalUse.class)
public final class ControllerName {
    private ControllerName() {}

    /** The configured URL, not that of a request; a controller without one is named by the id that it made for itself. */
    public static String get() {
        String url = JenkinsLocationConfiguration.get().getUrl();
        return url == null ? "jenkins:" + Jenkins.get().getLegacyInstanceId() : url;
    }
}
