package io.jenkins.plugins.compliance.cli;

import io.jenkins.plugins.compliance.cli.key.KeyCommand;
import io.jenkins.plugins.compliance.cli.policy.PolicyCommand;
import io.jenkins.plugins.compliance.cli.record.RecordCommand;
import io.jenkins.plugins.compliance.cli.tools.ToolsCommand;
import picocli.CommandLine.Command;

/** The command {@code compliance}; its subcommands do the work. */
@Command(
        name = "compliance",
        description = "From a security policy to signed evidence to a verdict.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ScanCommand.class,
            AssessCommand.class,
            InspectCommand.class,
            RecordCommand.class,
            ReportCommand.class,
            BundleCommand.class,
            KeyCommand.class,
            VerifyCommand.class,
            PlanCommand.class,
            PolicyCommand.class,
            ToolsCommand.class,
            picocli.CommandLine.HelpCommand.class
        })
final class Compliance {}
