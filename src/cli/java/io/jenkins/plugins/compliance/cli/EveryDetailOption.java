package io.jenkins.plugins.compliance.cli;

import picocli.CommandLine.Option;

/** How much is told of what nobody gave evidence for. */
final class EveryDetailOption {
    @Option(
            names = "--all",
            description = {
                "Tell of each procedure what to do and why, not only of those that evidence speaks against.",
                "Default: those without evidence get a line each."
            })
    boolean all;
}
