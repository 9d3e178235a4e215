package io.jenkins.plugins.compliance.cli.policy;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code compliance policy}: checks, compares and prints policy packs. */
@Command(
        name = "policy",
        description = "Check, identify, compare and print policy packs.",
        mixinStandardHelpOptions = true,
        subcommands = {
            PolicyLintCommand.class,
            PolicyDigestCommand.class,
            PolicyDiffCommand.class,
            PolicyHandbookCommand.class
        })
public final class PolicyCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        CommandLine command = spec.commandLine();
        throw new ParameterException(
                command,
                "expected one of " + String.join(", ", command.getSubcommands().keySet()));
    }
}
