package io.jenkins.plugins.compliance.cli;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import io.jenkins.plugins.compliance.engine.report.ReportSink;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compliance inspect FILE...}: what reports hold. */
@Command(
        name = "inspect",
        description = "Say what reports of scan tools and test runs hold.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 every report was read whole, 2 a file is missing or can't be read,",
            "3 a report is incomplete or its format is not recognised."
        })
final class InspectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The reports.")
    private List<Path> files = List.of();

    @Option(names = "--format", paramLabel = "ID", description = "Read as this format instead of recognising it.")
    private @CheckForNull String format;

    @Option(names = "--json", description = "Print one JSON object a report, each on a line.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        ReportReaders readers = ReportReaders.standard();
        if (format != null && readers.ofFormat(format).isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "no report format is called " + format + "; known: " + known(readers));
        }
        int code = ExitCode.OK;
        for (Path file : files) {
            code = worse(code, inspect(readers, file));
        }
        return code;
    }

    private int inspect(ReportReaders readers, Path file) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            if (Files.isDirectory(file)) {
                return failed(file, "is a directory: name the reports in it");
            }
            ReportSummary summary = readers.read(ReportSource.ofFile(file), format, ReportSink.NONE, Limits.DEFAULTS);
            if (json) {
                out.println(InspectionJson.line(file.toString(), summary));
            } else {
                InspectionText.print(file.toString(), title(readers, summary), summary, out);
            }
            out.flush();
            return summary.complete() ? ExitCode.OK : ExitCode.UNVERIFIABLE;
        } catch (java.nio.file.NoSuchFileException e) {
            return failed(file, "no such file");
        } catch (java.nio.file.AccessDeniedException e) {
            return failed(file, "access denied");
        } catch (IOException e) {
            return failed(file, String.valueOf(e.getMessage()));
        }
    }

    private int failed(Path file, String reason) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("compliance inspect: " + DisplayText.line(file + ": " + reason));
        err.flush();
        return ExitCode.USAGE;
    }

    private static int worse(int one, int other) {
        if (one == ExitCode.USAGE || other == ExitCode.USAGE) {
            return ExitCode.USAGE;
        }
        return Math.max(one, other);
    }

    private static String title(ReportReaders readers, ReportSummary summary) {
        return readers.ofFormat(summary.format()).map(ReportReader::title).orElse("not recognised");
    }

    private static String known(ReportReaders readers) {
        return readers.all().stream().map(ReportReader::format).sorted().collect(Collectors.joining(", "));
    }
}
