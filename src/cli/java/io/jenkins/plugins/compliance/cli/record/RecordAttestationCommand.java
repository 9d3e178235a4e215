package io.jenkins.plugins.compliance.cli.record;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.cli.DayConverter;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerLayout;
import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records that somebody attests something. */
@Command(
        name = "attestation",
        description = "Records that somebody attests something, for instance a penetration test.",
        mixinStandardHelpOptions = true)
final class RecordAttestationCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TYPE", description = "Kind of attestation as policy names it, for instance pen-test.")
    private String type = "";

    @Option(names = "--issuer", required = true, paramLabel = "NAME", description = "Who attests it.")
    private String issuer = "";

    @Option(
            names = "--issued",
            required = true,
            paramLabel = "DATE",
            description = "Day of issue, as 2026-03-31.",
            converter = DayConverter.class)
    private LocalDate issued = LocalDate.EPOCH;

    @Option(
            names = "--expires",
            paramLabel = "DATE",
            description = "Last day of validity.",
            converter = DayConverter.class)
    @CheckForNull
    private LocalDate expires;

    @Option(names = "--statement", required = true, paramLabel = "TEXT", description = "What is attested.")
    private String statement = "";

    @Option(names = "--reference", paramLabel = "TEXT", description = "Where the original is to be had.")
    @CheckForNull
    private String reference;

    @Mixin
    private final RecordTarget target = new RecordTarget();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        LocalDate last = expires;
        if (last != null && last.isBefore(issued)) {
            throw new IllegalArgumentException("--expires " + last + " is before --issued " + issued);
        }
        return target.record(
                LedgerLayout.nameFor("attestation", type),
                new Fact.Attestation(type, issuer, issued, last, statement, reference),
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }
}
