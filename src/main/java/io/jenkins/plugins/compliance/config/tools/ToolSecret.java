package io.jenkins.plugins.compliance.config.tools;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.model.Run;
import hudson.util.Secret;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Finds the secret that a tool gets in an environment variable. */
final class ToolSecret {
    private ToolSecret() {}

    static Secret find(String id, String variable, Run<?, ?> run) throws UnusableSecretException {
        StandardCredentials found = CredentialsProvider.findCredentialById(id, StandardCredentials.class, run);
        if (found == null) {
            throw new UnusableSecretException(RunReason.SECRET_ABSENT.of(id, variable));
        }
        CredentialsProvider.track(run, found);
        if (found instanceof StringCredentials text) {
            return text.getSecret();
        }
        if (found instanceof StandardUsernamePasswordCredentials user) {
            return Secret.fromString(
                    user.getUsername() + ":" + user.getPassword().getPlainText());
        }
        throw new UnusableSecretException(RunReason.SECRET_OF_OTHER_KIND.of(id, variable));
    }
}
