package io.jenkins.plugins.compliance.cli.record;

import io.jenkins.plugins.compliance.cli.ExitCode;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.Observation;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Ledger;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The evidence folder that something is recorded in. */
final class RecordTarget {
    @Option(
            names = "--evidence",
            paramLabel = "FOLDER",
            defaultValue = "compliance-evidence",
            description = "Evidence folder. Default: ${DEFAULT-VALUE}.")
    Path folder = Path.of("compliance-evidence");

    @Mixin
    final RecorderOptions recorder = new RecorderOptions();

    /** Records a fact that has no report behind it. */
    int record(String name, Fact fact, PrintWriter out, PrintWriter err) throws IOException {
        InstantSource clock = InstantSource.system();
        Origin origin = recorder.origin(Path.of(""), clock);
        try (Ledger ledger = recorder.open(folder, origin, clock, err)) {
            say(ledger.append(new Observation(name, clock.instant(), origin, recorder.tags(), List.of(), fact)), out);
        }
        return ExitCode.OK;
    }

    void say(Evidence evidence, PrintWriter out) {
        out.printf(
                "recorded evidence %d %s in %s (sha256:%s)%n",
                evidence.sequence(), evidence.name(), folder, evidence.digest());
        out.flush();
    }
}
