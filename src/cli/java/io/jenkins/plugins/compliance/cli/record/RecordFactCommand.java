package io.jenkins.plugins.compliance.cli.record;

import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records facts about the pipeline. */
@Command(
        name = "fact",
        description = "Records facts about the pipeline, for instance agent.on-controller=false.",
        mixinStandardHelpOptions = true)
final class RecordFactCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME=VALUE", arity = "1..*", description = "A fact.")
    private Map<String, String> facts = new TreeMap<>();

    @Mixin
    private final RecordTarget target = new RecordTarget();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        return target.record(
                "pipeline-facts",
                new Fact.Pipeline(facts),
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }
}
