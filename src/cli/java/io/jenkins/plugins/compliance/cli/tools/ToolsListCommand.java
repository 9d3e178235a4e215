package io.jenkins.plugins.compliance.cli.tools;

import io.jenkins.plugins.compliance.cli.ExitCode;
import io.jenkins.plugins.compliance.cli.ToolsOption;
import io.jenkins.plugins.compliance.cli.run.ToolSurvey;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import io.jenkins.plugins.compliance.engine.scan.ScanTools;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code compliance tools list}: the tools that are configured, and which of them are there. */
@Command(
        name = "list",
        description = "List the scan tools that are configured, and whether each is here and in which version.",
        mixinStandardHelpOptions = true)
final class ToolsListCommand implements Callable<Integer> {
    private static final String ROW = "%-18s %-10s %-9s %s%n";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ToolsOption option = new ToolsOption();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--present", description = "Only tools that are here.")
    private boolean present;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ScanTools tools = option.read();
        List<ToolSurvey.Answer> answers = ToolSurvey.of(tools.tools(), System.getenv()).stream()
                .filter(answer -> answer.present() || !present)
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(answers));
        } else {
            out.printf(ROW, "tool", "category", "here", "version, or what is missing");
            for (ToolSurvey.Answer answer : answers) {
                ScanTool tool = answer.tool();
                out.printf(
                        ROW,
                        tool.id(),
                        tool.category(),
                        answer.present() ? "yes" : "no",
                        DisplayText.line(answer.detail()));
            }
        }
        out.flush();
        return ToolsOption.printProblems(tools, spec.commandLine().getErr()) ? ExitCode.USAGE : ExitCode.OK;
    }

    private static String json(List<ToolSurvey.Answer> answers) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonOutput out = JsonOutput.indented(bytes)) {
            out.beginArray();
            for (ToolSurvey.Answer answer : answers) {
                out.beginObject()
                        .member("id", answer.tool().id())
                        .member("title", answer.tool().title())
                        .member("category", answer.tool().category())
                        .member("present", answer.present())
                        .optional("version", answer.version())
                        .optional("missing", answer.missing())
                        .endObject();
            }
            out.endArray();
        }
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }
}
