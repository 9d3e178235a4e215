package io.jenkins.plugins.compliance.config.keys;

import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import hudson.security.ACL;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.compliance.engine.evidence.key.KeyPem;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** A signing key that an administrator keeps among the credentials of the controller: a secret file or a secret text with PEM. */
final class KeyCredentials {
    private static final int MOST_BYTES = 1 << 16;
    private static final CredentialsMatcher USABLE = CredentialsMatchers.anyOf(
            CredentialsMatchers.instanceOf(FileCredentials.class),
            CredentialsMatchers.instanceOf(StringCredentials.class));

    private KeyCredentials() {}

    /**
     * The key.
     *
     * @throws IOException when there is none of this id, or it is no key that signs; the message holds nothing of it
     */
    static SigningKey signing(String id) throws IOException {
        List<StandardCredentials> all = CredentialsProvider.lookupCredentialsInItemGroup(
                StandardCredentials.class, Jenkins.get(), ACL.SYSTEM2, List.of());
        StandardCredentials found =
                CredentialsMatchers.firstOrNull(all, CredentialsMatchers.allOf(CredentialsMatchers.withId(id), USABLE));
        if (found == null) {
            throw new IOException(Messages.KeyCredentials_missing(id));
        }
        return KeyPem.signing(pem(found), Messages.KeyCredentials_name(id));
    }

    /** The key of an id, wherever among the credentials it is. */
    static Optional<SigningKey> withKey(String keyId) {
        List<StandardCredentials> all = CredentialsProvider.lookupCredentialsInItemGroup(
                StandardCredentials.class, Jenkins.get(), ACL.SYSTEM2, List.of());
        for (StandardCredentials each : CredentialsMatchers.filter(all, USABLE)) {
            try {
                String pem = pem(each);
                if (pem.contains("PRIVATE KEY")) {
                    SigningKey key = KeyPem.signing(pem, Messages.KeyCredentials_name(each.getId()));
                    if (key.id().equals(keyId)) {
                        return Optional.of(key);
                    }
                }
            } catch (IOException notAKey) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static String pem(StandardCredentials found) throws IOException {
        if (found instanceof StringCredentials text) {
            return spread(text.getSecret().getPlainText());
        }
        try (InputStream in = ((FileCredentials) found).getContent()) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.US_ASCII);
        }
    }

    /** The field of a secret text has one line: line breaks arrive there as blanks. */
    private static String spread(String text) {
        String trimmed = text.trim();
        if (trimmed.contains("\n") || !trimmed.startsWith("-----BEGIN ")) {
            return trimmed;
        }
        int begin = trimmed.indexOf("-----", 11) + 5;
        int end = trimmed.lastIndexOf("-----END ");
        return begin < 5 || end < begin
                ? trimmed
                : trimmed.substring(0, begin)
                        + "\n"
                        + trimmed.substring(begin, end).trim().replace(' ', '\n')
                        + "\n"
                        + trimmed.substring(end)
                        + "\n";
    }

    /** Those to choose from; the caller has asked for permission. */
    static ListBoxModel items(String current) {
        return new StandardListBoxModel()
                .includeEmptyValue()
                .includeMatchingAs(ACL.SYSTEM2, Jenkins.get(), StandardCredentials.class, List.of(), USABLE)
                .includeCurrentValue(current);
    }
}
