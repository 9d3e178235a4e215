package io.jenkins.plugins.compliance.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.compliance.config.JobSettings;
import io.jenkins.plugins.compliance.engine.assess.Gate;
import io.jenkins.plugins.compliance.facts.RecordedFacts;
import io.jenkins.plugins.compliance.record.judge.BuildJudge;
import io.jenkins.plugins.compliance.record.log.BuildLog;
import java.io.IOException;

/** Judges a build by the policy in force for its job, and tells about it in the log. */
final class GateJudging {
    private GateJudging() {}

    /**
     * Judges a build. The verdict is recorded, whatever follows from it.
     *
     * @param run the build
     * @param asked how strict the build wants it; null to leave that to administrator, folders and job. It can only be stricter
     * @param listener its log
     */
    static Gate.Decision judge(Run<?, ?> run, @CheckForNull Gate.Mode asked, TaskListener listener)
            throws IOException, InterruptedException {
        JobSettings settings = JobSettings.of(run.getParent());
        Gate.Mode least = settings.gate();
        Gate.Mode mode = asked == null ? least : least.stricter(asked);
        RecordedFacts.record(run, settings, listener);
        BuildJudge judge = new BuildJudge(settings.yardstick());
        Gate.Decision decision = judge.judge(run, mode, listener);
        BuildLog log = BuildLog.of(listener);
        settings.policyState().warning().ifPresent(log::line);
        new GateLog(log).print(decision);
        return decision;
    }
}
