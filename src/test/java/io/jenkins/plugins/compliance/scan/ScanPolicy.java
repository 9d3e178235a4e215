package io.jenkins.plugins.compliance.scan;

import io.jenkins.plugins.compliance.config.policy.DirectoryPolicy;
import io.jenkins.plugins.compliance.config.policy.PolicyConfiguration;
import java.nio.file.Path;

/** The policy that demands the scans of these tests. */
public final class ScanPolicy {
    private ScanPolicy() {}

    /** The directory of the pack. */
    public static String directory() throws Exception {
        Path pack = Path.of(ScanPolicy.class.getResource("policy/pack.yaml").toURI());
        return String.valueOf(pack.toAbsolutePath().getParent());
    }

    /** Puts it in force. */
    public static void use() throws Exception {
        PolicyConfiguration.get().setSource(new DirectoryPolicy(directory()));
    }
}
