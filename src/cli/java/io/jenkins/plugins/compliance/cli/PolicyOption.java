package io.jenkins.plugins.compliance.cli;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.pack.PolicyPacks;
import java.io.IOException;
import picocli.CommandLine.Option;

/** The options that name the policy that a command works under. */
final class PolicyOption {
    @Option(
            names = "--policy",
            paramLabel = "PACK",
            defaultValue = "bundled:compliance-stages",
            description = {
                "Policy pack: a directory, a file, a zip archive, or bundled:ID (docs/policy-packs.md).",
                "Default: ${DEFAULT-VALUE}"
            })
    private String location = "bundled:compliance-stages";

    @Option(
            names = "--policy-digest",
            paramLabel = "sha256:HEX",
            description = "Digest that the pack must have (compliance policy digest PACK).")
    @CheckForNull
    private String digest;

    /** Where the pack is, as it was asked for. */
    String location() {
        return location;
    }

    /**
     * Loads the pack.
     *
     * @throws io.jenkins.plugins.compliance.engine.policy.pack.InvalidPolicyException when it has mistakes; the message lists them
     * @throws IllegalArgumentException when it is another pack than the digest says
     */
    PolicyPack load() throws IOException {
        PolicyPack pack = PolicyPacks.load(location, Limits.DEFAULTS).orThrow();
        if (digest != null && !digest.equals(pack.digest())) {
            throw new IllegalArgumentException("the policy pack " + location + " has the digest " + pack.digest()
                    + ", expected " + digest + " as --policy-digest says");
        }
        return pack;
    }
}
