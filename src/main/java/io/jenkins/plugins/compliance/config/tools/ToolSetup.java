package io.jenkins.plugins.compliance.config.tools;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import hudson.util.Secret;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Where a scan tool runs and which secrets it gets: what its definition says beyond the scan itself. */
@Restricted(NoExternalUse.class)
public final class ToolSetup {
    /** Anywhere, without secrets. */
    public static final ToolSetup PLAIN = new ToolSetup(null, new TreeMap<>());

    @CheckForNull
    private final String label;

    private final SortedMap<String, String> credentials;

    /**
     * @param label label expression of the agents that have it; null for any
     * @param credentials id of the credentials by the environment variable that takes the secret
     */
    ToolSetup(@CheckForNull String label, Map<String, String> credentials) {
        this.label = label;
        this.credentials = new TreeMap<>(credentials);
    }

    /** Label expression of the agents that have it; null for any. */
    @CheckForNull
    public String label() {
        return label;
    }

    /** Whether it gets secrets at all. */
    public boolean hasSecrets() {
        return !credentials.isEmpty();
    }

    /**
     * The secrets by environment variable: a secret text, or {@code user:password}. They are looked up as the build would, so
     * that no credentials of system scope reach it, and their use is recorded with them.
     *
     * @throws UnusableSecretException when credentials are not there or hold something else; the message names id and variable, no secret
     */
    public SortedMap<String, Secret> secrets(Run<?, ?> run) throws UnusableSecretException {
        SortedMap<String, Secret> secrets = new TreeMap<>();
        for (Map.Entry<String, String> each : credentials.entrySet()) {
            secrets.put(each.getKey(), ToolSecret.find(each.getValue(), each.getKey(), run));
        }
        return secrets;
    }
}
