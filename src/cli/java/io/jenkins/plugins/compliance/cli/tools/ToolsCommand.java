package io.jenkins.plugins.compliance.cli.tools;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code compliance tools}: the scan tools that are configured here. */
@Command(
        name = "tools",
        description = "Show and check the scan tools that are configured.",
        mixinStandardHelpOptions = true,
        subcommands = {ToolsListCommand.class, ToolsShowCommand.class, ToolsCheckCommand.class})
public final class ToolsCommand implements Runnable {
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
