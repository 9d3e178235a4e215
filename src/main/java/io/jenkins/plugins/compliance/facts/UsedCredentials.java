package io.jenkins.plugins.compliance.facts;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsUseListener;
import com.cloudbees.plugins.credentials.common.IdCredentials;
import hudson.Extension;
import hudson.model.Item;
import hudson.model.Node;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Notes with a build the widest scope of the credentials that plugins say they use in it, when that is more than a folder. */
@Extension
@Restricted(NoExternalUse.class)
public final class UsedCredentials implements CredentialsUseListener {
    @Override
    public void onUse(Credentials credentials, Run run) {
        try (ACLContext asController = ACL.as2(ACL.SYSTEM2)) {
            WideCredentials.note(run, scope(credentials, run));
        }
    }

    private static WideCredentials.Scope scope(Credentials credentials, Run<?, ?> run) {
        if (credentials.getScope() == CredentialsScope.SYSTEM) {
            return WideCredentials.Scope.SYSTEM;
        }
        List<Credentials> inFolders = CredentialReach.inFolders(run.getParent());
        List<Credentials> global = CredentialReach.inStoreOfController().toList();
        Optional<WideCredentials.Scope> found = scope(inFolders, global, each -> each == credentials);
        return found.or(() -> scope(inFolders, global, each -> isVariant(each, credentials)))
                .orElse(WideCredentials.Scope.UNKNOWN);
    }

    /** Where one of a sort is kept; empty when it is not there, or in both places. */
    private static Optional<WideCredentials.Scope> scope(
            List<Credentials> inFolders, List<Credentials> global, Predicate<Credentials> sort) {
        boolean inFolder = inFolders.stream().anyMatch(sort);
        if (inFolder == global.stream().anyMatch(sort)) {
            return Optional.empty();
        }
        return Optional.of(inFolder ? WideCredentials.Scope.FOLDER : WideCredentials.Scope.GLOBAL);
    }

    /** A build may be given a variant of what is stored, with the same id. */
    private static boolean isVariant(Credentials stored, Credentials used) {
        return stored instanceof IdCredentials one
                && used instanceof IdCredentials other
                && one.getId().equals(other.getId());
    }

    @Override
    public void onUse(Credentials credentials, Node node) {
        // A node's credentials are not a build's.
    }

    @Override
    public void onUse(Credentials credentials, Item item) {
        // Nor are those that a job is looked after with, for instance when its repository is polled.
    }
}
