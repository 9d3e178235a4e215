package io.jenkins.plugins.compliance.cli.key;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code compliance key}: the keys that sign evidence. */
@Command(
        name = "key",
        description = "Make, show and change the keys that sign evidence.",
        mixinStandardHelpOptions = true,
        subcommands = {KeyGenerateCommand.class, KeyShowCommand.class, KeyRotateCommand.class})
public final class KeyCommand implements Runnable {
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
