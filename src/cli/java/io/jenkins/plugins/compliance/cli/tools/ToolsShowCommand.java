package io.jenkins.plugins.compliance.cli.tools;

import io.jenkins.plugins.compliance.cli.ExitCode;
import io.jenkins.plugins.compliance.cli.ToolsOption;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import io.jenkins.plugins.compliance.engine.scan.ScanTools;
import io.jenkins.plugins.compliance.engine.scan.ToolDigest;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compliance tools show ID}: one definition as it is in force. */
@Command(
        name = "show",
        description = "Show the definition of one scan tool as it is in force.",
        mixinStandardHelpOptions = true)
final class ToolsShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ToolsOption option = new ToolsOption();

    @Parameters(paramLabel = "ID", description = "Id of the tool.")
    private String id = "";

    @Override
    public Integer call() throws IOException {
        ScanTools tools = option.read();
        boolean problems = ToolsOption.printProblems(tools, spec.commandLine().getErr());
        ScanTool tool = tools.get(id)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "no scan tool is called " + id + "; known: "
                                + tools.tools().stream().map(ScanTool::id).collect(Collectors.joining(", "))));
        print(tool, spec.commandLine().getOut());
        return problems ? ExitCode.USAGE : ExitCode.OK;
    }

    private static void print(ScanTool tool, PrintWriter out) {
        row(out, "id", tool.id());
        row(out, "title", tool.title());
        row(out, "category", tool.category());
        row(out, "command", String.join(" ", tool.command().arguments()));
        new TreeMap<>(tool.command().settings())
                .forEach(
                        (name, value) -> row(out, "setting", name + " = " + (value.isEmpty() ? "(to be set)" : value)));
        tool.command().requires().forEach(path -> row(out, "requires", path));
        ScanTool.VersionQuery version = tool.version();
        row(out, "version", version == null ? "can't be asked" : String.join(" ", version.arguments()));
        row(
                out,
                "report",
                tool.report().format() + " from " + word(tool.report().stream())
                        + (tool.report().sensitive() ? ", not kept: it may hold secrets" : ""));
        exits(tool).forEach((meaning, codes) -> row(out, "exit codes", codes + " " + meaning));
        row(out, "exit codes", "any other error");
        row(
                out,
                "applies when",
                tool.applies().when().toString().isEmpty()
                        ? "always"
                        : tool.applies().when().toString());
        row(
                out,
                "looks at",
                tool.applies().files().isEmpty()
                        ? "no files"
                        : String.join(" ", tool.applies().files()));
        if (!tool.applies().exclude().isEmpty()) {
            row(out, "leaves out", String.join(" ", tool.applies().exclude()));
        }
        row(out, "must show", health(tool));
        row(out, "time limit", tool.timeout().toSeconds() + " s");
        row(out, "source", tool.source());
        row(out, "digest", ToolDigest.of(tool));
        out.flush();
    }

    private static TreeMap<String, String> exits(ScanTool tool) {
        TreeMap<String, String> codes = new TreeMap<>();
        new TreeMap<>(tool.exitCodes())
                .forEach(
                        (code, meaning) -> codes.merge(word(meaning), Integer.toString(code), ToolsShowCommand::range));
        return codes;
    }

    /** Appends a code to a list of codes, joining neighbours to a range. */
    private static String range(String codes, String code) {
        int next = Integer.parseInt(code);
        String last = codes.substring(Math.max(codes.lastIndexOf(' '), codes.lastIndexOf('-')) + 1);
        if (Integer.parseInt(last) + 1 != next) {
            return codes + ", " + code;
        }
        boolean inRange = codes.lastIndexOf('-') > codes.lastIndexOf(' ');
        return inRange ? codes.substring(0, codes.lastIndexOf('-')) + "-" + code : codes + "-" + code;
    }

    private static String health(ScanTool tool) {
        ScanTool.Health health = tool.health();
        return "a fresh, complete report"
                + (health.successFlag() ? " that states success" : "")
                + (health.minEvaluated() > 0 ? " on at least " + health.minEvaluated() + " items" : "")
                + (health.alarms().isEmpty() ? "" : "; none of these lines: " + String.join(", ", health.alarms()));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void row(PrintWriter out, String name, String value) {
        out.printf("%-13s %s%n", name, DisplayText.line(value));
    }
}
