package io.jenkins.plugins.compliance.cli.policy;

import io.jenkins.plugins.compliance.cli.ExitCode;
import io.jenkins.plugins.compliance.cli.JsonText;
import io.jenkins.plugins.compliance.cli.ToolsOption;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblem;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblem.Level;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.lint.PolicyLint;
import io.jenkins.plugins.compliance.engine.policy.lint.Vocabulary;
import io.jenkins.plugins.compliance.engine.policy.pack.LoadResult;
import io.jenkins.plugins.compliance.engine.policy.pack.PolicyPacks;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import io.jenkins.plugins.compliance.engine.scan.ScanTools;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compliance policy lint PACK...}: every mistake of packs in one run. */
@Command(
        name = "lint",
        description = "Find every mistake in policy packs.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit code: 0 no error, 1 errors (with --strict also warnings), 2 a pack can't be read at all."})
final class PolicyLintCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PACK", arity = "1..*", description = "Directory, file, zip archive or bundled:ID.")
    private List<String> locations = new ArrayList<>();

    @Mixin
    private ToolsOption tools = new ToolsOption();

    @Option(names = "--strict", description = "Let warnings fail too.")
    private boolean strict;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Vocabulary vocabulary = vocabulary(tools.read());
        Map<String, List<DocumentProblem>> found = new LinkedHashMap<>();
        PrintWriter out = spec.commandLine().getOut();
        for (String location : locations) {
            LoadResult result = PolicyPacks.load(location, Limits.DEFAULTS);
            List<DocumentProblem> problems = PolicyLint.lint(result, vocabulary, Limits.DEFAULTS);
            found.put(location, problems);
            if (!json) {
                problems.forEach(out::println);
                out.println(location + ": " + summary(result, problems));
            }
        }
        if (json) {
            out.println(JsonText.of(body -> json(found, body)));
        }
        out.flush();
        boolean failed =
                found.values().stream().flatMap(List::stream).anyMatch(each -> strict || each.level() == Level.ERROR);
        return failed ? ExitCode.NOT_SATISFIED : ExitCode.OK;
    }

    private static Vocabulary vocabulary(ScanTools configured) {
        Set<String> categories = new TreeSet<>(Vocabulary.CATEGORIES.categories());
        Set<String> ids = new TreeSet<>();
        for (ScanTool tool : configured.tools()) {
            categories.add(tool.category());
            ids.add(tool.id());
        }
        Set<String> formats = new TreeSet<>();
        ReportReaders.standard().all().forEach(reader -> formats.add(reader.format()));
        return new Vocabulary(categories, ids, formats);
    }

    private static String summary(LoadResult result, List<DocumentProblem> problems) {
        if (problems.isEmpty()) {
            PolicyPack pack = result.pack().orElseThrow();
            return "no mistakes; " + count(pack.frameworks().size(), "framework") + ", "
                    + count(pack.archetypes().size(), "archetype") + ", "
                    + count(pack.procedures().size(), "procedure");
        }
        return count(count(problems, Level.ERROR), "error") + ", " + count(count(problems, Level.WARNING), "warning");
    }

    private static int count(List<DocumentProblem> problems, Level level) {
        return (int) problems.stream().filter(each -> each.level() == level).count();
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static void json(Map<String, List<DocumentProblem>> found, JsonOutput out) throws IOException {
        out.beginArray();
        for (Map.Entry<String, List<DocumentProblem>> pack : found.entrySet()) {
            out.beginObject()
                    .member("pack", pack.getKey())
                    .member("errors", count(pack.getValue(), Level.ERROR))
                    .member("warnings", count(pack.getValue(), Level.WARNING))
                    .beginArray("problems");
            for (DocumentProblem each : pack.getValue()) {
                out.beginObject()
                        .member("level", each.level().id())
                        .member("code", each.code())
                        .member("file", each.at().file())
                        .member("line", each.at().line())
                        .member("column", each.at().column())
                        .member("message", each.message())
                        .optional("hint", each.hint())
                        .endObject();
            }
            out.endArray().endObject();
        }
        out.endArray();
    }
}
