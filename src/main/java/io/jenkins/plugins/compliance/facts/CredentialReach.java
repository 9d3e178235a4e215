package io.jenkins.plugins.compliance.facts;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsParameterValue;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.UserCredentialsProvider;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.ModelObject;
import hudson.model.ParametersAction;
import hudson.model.Queue;
import hudson.model.Run;
import hudson.model.queue.Tasks;
import hudson.security.ACL;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jenkins.security.QueueItemAuthenticatorConfiguration;

/**
 * How far the credentials reach that a build could use: not every plugin tells Jenkins which ones it uses, but none can use what
 * is not there. Looks at the stores that are in memory; others may have to ask over the network, and are not asked.
 */
enum CredentialReach {
    /** There is none that the build could use. */
    NONE,
    /** All are in stores of folders above its job. */
    FOLDER,
    /** Some are in the store of the controller, for every job. */
    GLOBAL,
    /** There may be some that can't be looked at: in another store, or a user's own. */
    UNKNOWN;

    private static final String OF_FOLDERS = "com.cloudbees.hudson.plugins.folder.properties.FolderCredentialsProvider";

    static CredentialReach of(Run<?, ?> run) {
        Job<?, ?> job = run.getParent();
        List<CredentialsProvider> providers = CredentialsProvider.enabled(job);
        if (providers.stream().anyMatch(each -> !isKnown(each)) || isUsersOwn(run)) {
            return UNKNOWN;
        }
        if (inStoreOfController().anyMatch(each -> each.getScope() != CredentialsScope.SYSTEM)) {
            return GLOBAL;
        }
        return inFolders(job).isEmpty() ? NONE : FOLDER;
    }

    /** What is in the store of the controller, that included which jobs can't use. */
    static Stream<Credentials> inStoreOfController() {
        return SystemCredentialsProvider.getInstance().getDomainCredentialsMap().values().stream()
                .flatMap(List::stream);
    }

    /** What is in the stores of the folders above a job. */
    static List<Credentials> inFolders(Job<?, ?> job) {
        List<Credentials> found = new ArrayList<>();
        for (CredentialsProvider provider : CredentialsProvider.enabled(job)) {
            if (provider.getClass().getName().equals(OF_FOLDERS)) {
                ItemGroup<?> group = job.getParent();
                while (group instanceof Item folder) {
                    CredentialsStore store = provider.getStore((ModelObject) folder);
                    if (store != null) {
                        store.getDomains().forEach(domain -> found.addAll(store.getCredentials(domain)));
                    }
                    group = folder.getParent();
                }
            }
        }
        return found;
    }

    private static boolean isKnown(CredentialsProvider provider) {
        return provider instanceof SystemCredentialsProvider.ProviderImpl
                || provider instanceof UserCredentialsProvider
                || provider.getClass().getName().equals(OF_FOLDERS);
    }

    /** Whether the build may use what belongs to a user: when it runs as one, or was given one as a parameter. */
    private static boolean isUsersOwn(Run<?, ?> run) {
        ParametersAction parameters = run.getAction(ParametersAction.class);
        return !(run.getParent() instanceof Queue.Task task)
                || !QueueItemAuthenticatorConfiguration.get()
                        .getAuthenticators()
                        .isEmpty()
                || !Tasks.getAuthenticationOf2(task).equals(ACL.SYSTEM2)
                || (parameters != null
                        && parameters.getParameters().stream()
                                .anyMatch(each -> each instanceof CredentialsParameterValue));
    }
}
