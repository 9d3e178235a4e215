package io.jenkins.plugins.compliance.cli.tools;

import io.jenkins.plugins.compliance.cli.ExitCode;
import io.jenkins.plugins.compliance.cli.ToolsOption;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.scan.ScanToolFile;
import io.jenkins.plugins.compliance.engine.scan.ScanTools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compliance tools check FILE}: every mistake in a file of scan tools. */
@Command(name = "check", description = "Find every mistake in a file of scan tools.", mixinStandardHelpOptions = true)
final class ToolsCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The file, YAML or JSON.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        ScanTools tools = ScanToolFile.read(file, Limits.DEFAULTS);
        if (ToolsOption.printProblems(tools, spec.commandLine().getErr())) {
            int count = tools.problems().size();
            spec.commandLine().getErr().println(count + (count == 1 ? " problem" : " problems"));
            return ExitCode.NOT_SATISFIED;
        }
        int count = tools.tools().size();
        spec.commandLine().getOut().println(file + ": right, " + count + (count == 1 ? " tool" : " tools"));
        return ExitCode.OK;
    }
}
