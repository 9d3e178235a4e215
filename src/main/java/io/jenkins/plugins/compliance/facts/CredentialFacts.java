package io.jenkins.plugins.compliance.facts;

import hudson.model.Run;
import java.util.Locale;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMHeadOrigin;

/**
 * What is known about the credentials of a build. That it used one of the whole controller is known when the plugin that took it says so;
 * that it used none is known when there is none.
 */
final class CredentialFacts {
    private CredentialFacts() {}

    static void state(Run<?, ?> run, Facts facts) {
        CredentialReach reach = CredentialReach.of(run);
        WideCredentials.Scope used = WideCredentials.of(run);
        if (used.compareTo(WideCredentials.Scope.UNKNOWN) > 0) {
            facts.state(ControllerFact.CREDENTIALS_SCOPE, used.name().toLowerCase(Locale.ROOT));
        } else if (used == WideCredentials.Scope.FOLDER
                && (reach == CredentialReach.NONE || reach == CredentialReach.FOLDER)) {
            facts.state(ControllerFact.CREDENTIALS_SCOPE, reach.name().toLowerCase(Locale.ROOT));
        }
        boolean none = reach == CredentialReach.NONE && used == WideCredentials.Scope.FOLDER;
        if (none) {
            facts.state(ControllerFact.CREDENTIALS_LIFETIME, "none");
            facts.state(ControllerFact.CREDENTIALS_IN_UNTRUSTED_BUILDS, false);
        } else if (isOfFork(run) && (reach != CredentialReach.UNKNOWN || used != WideCredentials.Scope.FOLDER)) {
            facts.state(ControllerFact.CREDENTIALS_IN_UNTRUSTED_BUILDS, true);
        }
    }

    /** Whether a build is of a change that comes from a fork of the repository. */
    private static boolean isOfFork(Run<?, ?> run) {
        SCMHead head = SCMHead.HeadByItem.findHead(run.getParent());
        return head != null && head.getOrigin() instanceof SCMHeadOrigin.Fork;
    }
}
