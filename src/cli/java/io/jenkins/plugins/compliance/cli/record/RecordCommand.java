package io.jenkins.plugins.compliance.cli.record;

import picocli.CommandLine.Command;

/** The command {@code compliance record}; what is recorded is a subcommand. */
@Command(
        name = "record",
        description = "Records evidence that no scan of this program makes: attestations, approvals, facts, reports.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "KIND",
        subcommands = {
            RecordReportCommand.class,
            RecordAttestationCommand.class,
            RecordApprovalCommand.class,
            RecordFactCommand.class
        })
public final class RecordCommand {}
