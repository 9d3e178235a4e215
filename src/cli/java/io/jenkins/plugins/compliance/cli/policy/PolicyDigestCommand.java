package io.jenkins.plugins.compliance.cli.policy;

import io.jenkins.plugins.compliance.cli.ExitCode;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.pack.PolicyDigest;
import io.jenkins.plugins.compliance.engine.policy.pack.PolicyPacks;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compliance policy digest PACK...}: what identifies the content of packs. */
@Command(
        name = "digest",
        description = "Print the digest of the content of policy packs, whatever their formatting.",
        mixinStandardHelpOptions = true)
final class PolicyDigestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PACK", arity = "1..*", description = "Directory, file, zip archive or bundled:ID.")
    private List<String> locations = new ArrayList<>();

    @Option(
            names = "--canonical",
            description = "Print the canonical form instead, without a line end: its SHA-256 is the digest.")
    private boolean canonical;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        for (String location : locations) {
            PolicyPack pack = PolicyPacks.load(location, Limits.DEFAULTS).orThrow();
            if (canonical) {
                out.print(PolicyDigest.canonical(pack));
            } else {
                out.println(pack.digest() + "  " + location);
            }
        }
        out.flush();
        return ExitCode.OK;
    }
}
