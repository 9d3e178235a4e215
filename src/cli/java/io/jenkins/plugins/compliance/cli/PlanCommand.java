package io.jenkins.plugins.compliance.cli;

import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.demand.Demands;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code compliance plan}: what will be demanded of an application, before a line of it exists. */
@Command(
        name = "plan",
        description = "List what will be demanded of an application with these tags, before a line of it exists.",
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private PolicyOption policy = new PolicyOption();

    @Mixin
    private TagOptions tagOptions = new TagOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PolicyPack pack = policy.load();
        Tags tags = tagOptions.tags(pack, spec.commandLine().getErr());
        Demands demands = PolicyIndex.of(pack).demands(tags);
        PrintWriter out = spec.commandLine().getOut();
        PlanReport report = new PlanReport(pack, tags, demands);
        if (json) {
            out.println(JsonText.of(report::json));
        } else {
            report.print(out);
        }
        out.flush();
        return ExitCode.OK;
    }
}
