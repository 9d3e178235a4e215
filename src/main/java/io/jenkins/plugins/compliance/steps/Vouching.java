package io.jenkins.plugins.compliance.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Cause;
import hudson.model.Run;
import hudson.model.User;
import io.jenkins.plugins.compliance.config.CompliancePermissions;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.springframework.security.core.AuthenticationException;

/**
 * Who stands for an attestation that a build records: the one who let the pipeline pass at the last {@code input} before it, else
 * the one who started the build. They need the permission to attest. A build that nobody started can't attest: the text of a
 * pipeline is no word of anybody.
 */
final class Vouching {
    private Vouching() {}

    /** @throws AbortException when nobody stands for it, or not one who may */
    static void check(Run<?, ?> run, @CheckForNull FlowNode node) throws AbortException {
        if (!Jenkins.get().isUseSecurity()) {
            return;
        }
        String id = approver(node)
                .or(() -> Optional.ofNullable(run.getCause(Cause.UserIdCause.class))
                        .map(Cause.UserIdCause::getUserId))
                .orElseThrow(() -> new AbortException(Messages.Vouching_nobody()));
        User user = User.getById(id, false);
        if (user == null || !may(run, user)) {
            throw new AbortException(Messages.Vouching_mayNot(id, CompliancePermissions.ATTEST.getId()));
        }
    }

    private static Optional<String> approver(@CheckForNull FlowNode node) {
        return node == null ? Optional.empty() : Inputs.before(node).map(PassedInput::approver);
    }

    private static boolean may(Run<?, ?> run, User user) {
        try {
            return run.getParent().getACL().hasPermission2(user.impersonate2(), CompliancePermissions.ATTEST);
        } catch (AuthenticationException e) {
            return false;
        }
    }
}
