package io.jenkins.plugins.compliance.cli;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.scan.ScanToolFile;
import io.jenkins.plugins.compliance.engine.scan.ScanTools;
import io.jenkins.plugins.compliance.engine.scan.ToolPresets;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names a file of scan tools; without it, the presets are configured. */
public final class ToolsOption {
    @Option(
            names = "--tools",
            paramLabel = "FILE",
            description = "File of scan tools (docs/scan-tools.md). Default: all presets.")
    @CheckForNull
    private Path file;

    /** Whether a file was named. */
    boolean given() {
        return file != null;
    }

    /** The tools. Mistakes are among them. */
    public ScanTools read() throws IOException {
        Path named = file;
        return named == null ? ToolPresets.all() : ScanToolFile.read(named, Limits.DEFAULTS);
    }

    /** Prints every mistake; whether there is one. */
    public static boolean printProblems(ScanTools tools, PrintWriter err) {
        tools.problems().forEach(err::println);
        err.flush();
        return !tools.problems().isEmpty();
    }
}
