package io.jenkins.plugins.compliance.cli.record;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerLayout;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records that somebody approved a build. */
@Command(name = "approval", description = "Records that somebody approved a build.", mixinStandardHelpOptions = true)
final class RecordApprovalCommand implements Callable<Integer> {
    @Parameters(paramLabel = "WHAT", description = "Name of the approval as policy names it, for instance release.")
    private String what = "";

    @Option(names = "--approver", required = true, paramLabel = "NAME", description = "Who approved.")
    private String approver = "";

    @Option(names = "--comment", paramLabel = "TEXT", description = "What they said.")
    @CheckForNull
    private String comment;

    @Mixin
    private final RecordTarget target = new RecordTarget();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        return target.record(
                LedgerLayout.nameFor("approval", what),
                new Fact.Approval(what, approver, Instant.now(), comment),
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }
}
