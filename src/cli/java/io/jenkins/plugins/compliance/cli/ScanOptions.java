package io.jenkins.plugins.compliance.cli;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.assess.Waiver;
import io.jenkins.plugins.compliance.engine.assess.WaiverFile;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a scan runs and where its results go. */
final class ScanOptions {
    @Option(
            names = "--evidence",
            paramLabel = "FOLDER",
            defaultValue = "compliance-evidence",
            description = "Evidence folder; an existing one is continued. Default: ${DEFAULT-VALUE}.")
    Path folder = Path.of("compliance-evidence");

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "2",
            description = "How many tools run at a time. Default: ${DEFAULT-VALUE}.")
    int parallel = 2;

    @Option(names = "--waivers", paramLabel = "FILE", description = "File of accepted deviations (docs/waivers.md).")
    @CheckForNull
    private Path waivers;

    @Mixin
    final EveryDetailOption detail = new EveryDetailOption();

    List<Waiver> waivers() throws IOException {
        Path file = waivers;
        return file == null ? List.of() : WaiverFile.read(file, Limits.DEFAULTS);
    }
}
