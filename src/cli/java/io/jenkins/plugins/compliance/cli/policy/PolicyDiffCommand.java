package io.jenkins.plugins.compliance.cli.policy;

import io.jenkins.plugins.compliance.cli.ExitCode;
import io.jenkins.plugins.compliance.cli.JsonText;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.policy.compare.PolicyDiff;
import io.jenkins.plugins.compliance.engine.policy.compare.PolicyDiff.ArchetypeChange;
import io.jenkins.plugins.compliance.engine.policy.compare.PolicyDiff.Change;
import io.jenkins.plugins.compliance.engine.policy.compare.PolicyDiff.Direction;
import io.jenkins.plugins.compliance.engine.policy.compare.PolicyDiff.ProcedureChange;
import io.jenkins.plugins.compliance.engine.policy.pack.PolicyPacks;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compliance policy diff OLD NEW}: what changes, and for whom. */
@Command(
        name = "diff",
        description = "Say what changes, and for whom, when one policy pack follows another.",
        mixinStandardHelpOptions = true)
final class PolicyDiffCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "OLD", description = "The older pack.")
    private String older = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "The newer pack.")
    private String newer = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PolicyDiff diff = PolicyDiff.of(
                PolicyPacks.load(older, Limits.DEFAULTS).orThrow(),
                PolicyPacks.load(newer, Limits.DEFAULTS).orThrow());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonText.of(body -> json(diff, body)));
        } else {
            print(diff, out);
        }
        out.flush();
        return ExitCode.OK;
    }

    private static void print(PolicyDiff diff, PrintWriter out) {
        line(out, named(diff.older()) + " -> " + named(diff.newer()));
        if (diff.isEmpty()) {
            out.println(
                    diff.older().digest().equals(diff.newer().digest())
                            ? "Nothing changes."
                            : "Nothing changes for anybody: the packs differ in what binds no application.");
            return;
        }
        diff.frameworks().forEach(each -> line(out, "  " + each));
        for (ArchetypeChange each : diff.archetypes()) {
            out.println();
            line(
                    out,
                    "For " + each.id() + " (" + each.title() + ")"
                            + (each.fate() == PolicyDiff.Fate.CHANGED
                                    ? ""
                                    : ", which is " + each.fate().id()));
            if (each.selector() != null) {
                line(out, "  " + each.selector());
            }
            requirements("demanded from now on", each.addedRequirements(), out);
            requirements("no longer demanded", each.removedRequirements(), out);
            procedures("new procedure", each.addedProcedures(), diff, out);
            procedures("no longer applies", each.removedProcedures(), diff, out);
            procedures("changed", each.changedProcedures(), diff, out);
        }
        List<ProcedureChange> changed = diff.procedures().stream()
                .filter(each -> !each.changes().isEmpty())
                .toList();
        if (!changed.isEmpty()) {
            out.println();
            out.println("Procedures");
        }
        for (ProcedureChange each : changed) {
            line(out, "  " + each.id() + ": " + each.title());
            for (Change change : each.changes()) {
                line(out, "    " + mark(change.direction()) + change.words());
            }
        }
    }

    private static void line(PrintWriter out, String text) {
        out.println(DisplayText.line(text));
    }

    private static String named(PolicyPack pack) {
        return pack.id() + " " + pack.version() + " (" + pack.digest().substring(0, 19) + ")";
    }

    private static String mark(Direction direction) {
        return switch (direction) {
            case TIGHTER -> "tighter: ";
            case LOOSER -> "looser: ";
            case OTHER -> "";
        };
    }

    private static void requirements(String what, List<RequirementRef> refs, PrintWriter out) {
        refs.forEach(each -> line(out, "  " + what + ": " + each));
    }

    private static void procedures(String what, List<String> ids, PolicyDiff diff, PrintWriter out) {
        for (String id : ids) {
            String title = diff.newer()
                    .procedure(id)
                    .or(() -> diff.older().procedure(id))
                    .map(each -> each.title())
                    .orElse(id);
            line(out, "  " + what + ": " + id + ", " + title);
        }
    }

    private static void json(PolicyDiff diff, JsonOutput out) throws IOException {
        out.beginObject();
        pack("older", diff.older(), out);
        pack("newer", diff.newer(), out);
        out.member("frameworks", diff.frameworks());
        out.beginArray("archetypes");
        for (ArchetypeChange each : diff.archetypes()) {
            out.beginObject()
                    .member("id", each.id())
                    .member("title", each.title())
                    .member("fate", each.fate().id())
                    .optional("selector", each.selector())
                    .member("addedRequirements", texts(each.addedRequirements()))
                    .member("removedRequirements", texts(each.removedRequirements()))
                    .member("addedProcedures", each.addedProcedures())
                    .member("removedProcedures", each.removedProcedures())
                    .member("changedProcedures", each.changedProcedures())
                    .endObject();
        }
        out.endArray();
        out.beginArray("procedures");
        for (ProcedureChange each : diff.procedures()) {
            out.beginObject()
                    .member("id", each.id())
                    .member("title", each.title())
                    .member("fate", each.fate().id())
                    .beginArray("changes");
            for (Change change : each.changes()) {
                out.beginObject()
                        .member("direction", change.direction().id())
                        .member("words", change.words())
                        .endObject();
            }
            out.endArray().endObject();
        }
        out.endArray().endObject();
    }

    private static void pack(String name, PolicyPack pack, JsonOutput out) throws IOException {
        out.beginObject(name)
                .member("id", pack.id())
                .member("version", pack.version())
                .member("digest", pack.digest())
                .endObject();
    }

    private static List<String> texts(List<RequirementRef> refs) {
        return refs.stream().map(RequirementRef::toString).toList();
    }
}
