package io.jenkins.plugins.compliance.scan;

import hudson.model.Run;
import hudson.util.Secret;
import io.jenkins.plugins.compliance.config.JobSettings;
import io.jenkins.plugins.compliance.config.tools.UnusableSecretException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The secrets that the administrator binds to a tool. They are handed to its process in environment variables, are written
 * nowhere, and are masked in what the tool prints.
 */
final class ToolSecrets {
    private final Map<String, Secret> secrets;

    private ToolSecrets(Map<String, Secret> secrets) {
        this.secrets = secrets;
    }

    /** @throws UnusableSecretException when one can't be had; the message says which */
    static ToolSecrets of(Run<?, ?> run, String tool) throws UnusableSecretException {
        return new ToolSecrets(
                new TreeMap<>(JobSettings.of(run.getParent()).setup(tool).secrets(run)));
    }

    /** The variables that hold them. */
    Set<String> variables() {
        return secrets.keySet();
    }

    /** The variables with their values. */
    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        secrets.forEach((variable, secret) -> values.put(variable, secret.getPlainText()));
        return values;
    }

    /** What no log may show: each value, and of a user's name with a password the password alone too; longer ones first. */
    List<String> hidden() {
        List<String> hidden = new ArrayList<>();
        for (String value : values().values()) {
            hidden.add(value);
            hidden.add(value.substring(value.indexOf(':') + 1));
        }
        hidden.sort((one, other) -> Integer.compare(other.length(), one.length()));
        return List.copyOf(hidden);
    }
}
