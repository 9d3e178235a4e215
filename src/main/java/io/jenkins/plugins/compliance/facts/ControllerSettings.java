package io.jenkins.plugins.compliance.facts;

import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.Permission;
import jenkins.model.Jenkins;

/** How the controller itself is set up. */
final class ControllerSettings {
    private ControllerSettings() {}

    static void state(Run<?, ?> run, Facts facts) {
        Jenkins jenkins = Jenkins.get();
        facts.state(ControllerFact.CONTROLLER_EXECUTORS, String.valueOf(jenkins.getNumExecutors()));
        facts.state(ControllerFact.CONTROLLER_ANONYMOUS_ACCESS, anonymous(jenkins));
    }

    /** What visitors without a name may do: nothing, read, or more than that. */
    private static String anonymous(Jenkins jenkins) {
        ACL acl = jenkins.getACL();
        boolean more = Permission.getAll().stream()
                .filter(each -> each.enabled && each != Jenkins.READ && !isReading(each))
                .anyMatch(each -> acl.hasPermission2(Jenkins.ANONYMOUS2, each));
        if (more) {
            return "more";
        }
        boolean reads = Permission.getAll().stream()
                .anyMatch(each -> each.enabled && acl.hasPermission2(Jenkins.ANONYMOUS2, each));
        return reads ? "read" : "none";
    }

    private static boolean isReading(Permission permission) {
        for (Permission each = permission; each != null; each = each.impliedBy) {
            if (each.equals(Permission.READ) || each.name.equals("Read") || each.name.equals("Discover")) {
                return true;
            }
        }
        return false;
    }
}
