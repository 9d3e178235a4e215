package io.jenkins.plugins.compliance.ending;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.compliance.config.JobSettings;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.engine.assess.Gate;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.facts.RecordedFacts;
import io.jenkins.plugins.compliance.record.judge.BuildJudge;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import io.jenkins.plugins.compliance.record.judge.GateVerdict;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What is still to be done for a build that has ended. */
final class EndOfBuild {
    private static final Logger LOGGER = Logger.getLogger(EndOfBuild.class.getName());

    private final Run<?, ?> run;
    private final JobSettings settings;

    EndOfBuild(Run<?, ?> run) {
        this.run = run;
        this.settings = JobSettings.of(run.getParent());
    }

    /** Does it: the scans that are demanded and were not made, the facts that policy asks for, the verdict that no gate gave, or not with these. */
    void end() throws IOException, InterruptedException {
        boolean scanned = false;
        try {
            scanned = DemandedScan.after(run, settings);
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "the scans that are demanded of " + run + " were not made");
        }
        GateVerdict verdict = ComplianceRunAction.of(run).getVerdict();
        boolean told = RecordedFacts.record(run, settings, TaskListener.NULL);
        if (scanned || told || verdict == null) {
            BuildJudge judge = new BuildJudge(settings.yardstick());
            judge.note(run, mode(verdict));
        }
        OldFiles.remove(run.getParent());
    }

    /** What a gate was is not changed by what the build did after it. */
    private Gate.Mode mode(@CheckForNull GateVerdict verdict) {
        Gate.Mode least = settings.gate();
        return verdict == null ? least : Gate.Mode.ofId(verdict.getMode()).orElse(least);
    }

    /** Whether a build left evidence that it was scanned. */
    static boolean isScanned(Run<?, ?> run) throws IOException {
        String build = String.valueOf(run.getNumber());
        for (Evidence each : JobLedger.of(run.getParent()).evidence(Keys.get().trusted())) {
            if (each.origin().build().equals(build) && each.fact() instanceof Fact.Plan) {
                return true;
            }
        }
        return false;
    }
}
