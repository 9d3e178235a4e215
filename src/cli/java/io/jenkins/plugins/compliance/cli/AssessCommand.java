package io.jenkins.plugins.compliance.cli;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.assess.AssessmentDiff;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerReader;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verification;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyOptions;
import io.jenkins.plugins.compliance.engine.export.AssessmentExport;
import io.jenkins.plugins.compliance.engine.export.Exports;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.pack.PolicyPacks;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges evidence that was recorded, without running a scan. */
@Command(
        name = "assess",
        description = {
            "Judges recorded evidence under a policy, today or as of any moment, without running a scan.",
            "Exit code 0: satisfied or waived; 1: not; 3: something can't be told."
        },
        mixinStandardHelpOptions = true)
final class AssessCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "Evidence folder.")
    private Path folder = Path.of("");

    @Mixin
    private final PolicyOption policy = new PolicyOption();

    @Option(
            names = "--against",
            paramLabel = "PACK",
            description = "Also judge under this pack and say what would change.")
    @CheckForNull
    private String against;

    @Option(
            names = "--explain",
            paramLabel = "ID",
            description = "Explain one procedure or requirement and nothing else.")
    @CheckForNull
    private String explain;

    @Option(names = "--json", description = "Print the assessment as JSON.")
    private boolean json;

    @Mixin
    private final AssessOptions options = new AssessOptions();

    @Mixin
    private final KeysOption keys = new KeysOption();

    @Mixin
    private final EveryDetailOption detail = new EveryDetailOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        PolicyIndex index = PolicyIndex.of(policy.load());
        Verification verification =
                LedgerReader.read(folder, OwnKey.orOwn(keys), VerifyOptions.DEFAULTS, Limits.DEFAULTS);
        verification
                .problems()
                .forEach(problem -> err.println("compliance assess: " + DisplayText.line(problem.toString())));
        err.flush();
        Tags tags = options.tags(verification.evidence(), index.pack(), err);
        Judged judged = judge(index, verification, tags);
        String id = explain;
        if (id != null) {
            new ExplanationText(out).print(judged.assessment(), id);
        } else if (json) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            export("json").write(judged.assessment(), judged.findings(), bytes);
            out.println(bytes.toString(StandardCharsets.UTF_8));
        } else {
            new OutcomeTable(out, Style.of(System.getenv()), detail.all).print(judged.assessment(), judged.findings());
        }
        String other = against;
        if (other != null) {
            difference(out, judged, judge(load(other), verification, tags));
        }
        out.flush();
        return judged.exitCode();
    }

    private Judged judge(PolicyIndex index, Verification verification, Tags tags) throws IOException {
        return Judged.of(
                index,
                folder,
                verification.evidence(),
                options.build,
                tags,
                options.waivers(),
                options.moment(verification.evidence(), Instant.now()));
    }

    private static PolicyIndex load(String pack) throws IOException {
        return PolicyIndex.of(PolicyPacks.load(pack, Limits.DEFAULTS).orThrow());
    }

    private static AssessmentExport export(String id) {
        return Exports.byId(id).orElseThrow(() -> new IllegalStateException("no export " + id));
    }

    private static void difference(PrintWriter out, Judged now, Judged then) {
        AssessmentDiff diff = AssessmentDiff.between(now.assessment(), then.assessment());
        out.printf(
                "%nUnder %s %s instead: %d procedures and %d requirements change.%n",
                then.assessment().policy().id(),
                then.assessment().policy().version(),
                diff.procedures().size(),
                diff.requirements().size());
        diff.procedures()
                .forEach(each -> out.printf("  %-40s %s -> %s%n", each.id(), word(each.before()), word(each.after())));
        diff.requirements()
                .forEach(each -> out.printf("  %-40s %s -> %s%n", each.id(), word(each.before()), word(each.after())));
    }

    private static String word(@CheckForNull Outcome outcome) {
        return outcome == null ? "(not there)" : outcome.id();
    }
}
