package io.jenkins.plugins.compliance.config.policy;

import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.security.ACL;
import hudson.util.ListBoxModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** The credentials of the controller that a policy can be fetched with. */
final class HttpsCredentials {
    private static final CredentialsMatcher USABLE = CredentialsMatchers.anyOf(
            CredentialsMatchers.instanceOf(StandardUsernamePasswordCredentials.class),
            CredentialsMatchers.instanceOf(StringCredentials.class));

    private HttpsCredentials() {}

    /**
     * The header {@code Authorization} for credentials: a user name with password, or a secret text as a bearer token.
     *
     * @throws IOException when there are none of this id
     */
    static String authorization(String id, HttpsAddress address) throws IOException {
        List<StandardCredentials> all = CredentialsProvider.lookupCredentialsInItemGroup(
                StandardCredentials.class,
                Jenkins.get(),
                ACL.SYSTEM2,
                URIRequirementBuilder.fromUri(address.uri().toString()).build());
        StandardCredentials found =
                CredentialsMatchers.firstOrNull(all, CredentialsMatchers.allOf(CredentialsMatchers.withId(id), USABLE));
        if (found == null) {
            throw new IOException(Messages.HttpsCredentials_missing(id, address.shown()));
        }
        CredentialsProvider.track(Jenkins.get(), found);
        if (found instanceof StringCredentials text) {
            return "Bearer " + text.getSecret().getPlainText();
        }
        StandardUsernamePasswordCredentials user = (StandardUsernamePasswordCredentials) found;
        String pair = user.getUsername() + ":" + user.getPassword().getPlainText();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** Those to choose from; the caller has asked for permission. */
    static ListBoxModel items(@CheckForNull String url, @CheckForNull String current) {
        return new StandardListBoxModel()
                .includeEmptyValue()
                .includeMatchingAs(
                        ACL.SYSTEM2,
                        Jenkins.get(),
                        StandardCredentials.class,
                        URIRequirementBuilder.fromUri(url).build(),
                        USABLE)
                .includeCurrentValue(current == null ? "" : current);
    }
}
