package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Run;
import io.jenkins.plugins.compliance.config.CompliancePermissions;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import io.jenkins.plugins.compliance.record.judge.GateVerdict;
import java.util.List;
import jenkins.model.details.Detail;
import jenkins.model.details.DetailFactory;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Shows the verdict among the details of a build. */
@Extension
@SuppressWarnings("rawtypes")
@Restricted(NoExternalUse.class)
public final class RunDetails extends DetailFactory<Run> {
    @Override
    public Class<Run> type() {
        return Run.class;
    }

    @NonNull
    @Override
    public List<? extends Detail> createFor(@NonNull Run target) {
        Run<?, ?> run = target;
        GateVerdict verdict = ComplianceRunAction.of(run).getVerdict();
        if (verdict == null || !run.hasPermission(CompliancePermissions.VIEW)) {
            return List.of();
        }
        return List.of(new ComplianceDetail(
                run,
                new OutcomeView(verdict.overall()),
                OutcomeCounts.of(verdict).sentence()));
    }
}
