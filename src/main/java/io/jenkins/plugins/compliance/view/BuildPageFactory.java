package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Run;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Gives builds that know of compliance their page. */
@Extension
@SuppressWarnings("rawtypes")
@Restricted(NoExternalUse.class)
public final class BuildPageFactory extends TransientActionFactory<Run> {
    @Override
    public Class<Run> type() {
        return Run.class;
    }

    @Override
    public Class<? extends Action> actionType() {
        return BuildPage.class;
    }

    @NonNull
    @Override
    public Collection<? extends Action> createFor(@NonNull Run run) {
        Run<?, ?> build = run;
        return build.getAction(ComplianceRunAction.class) == null ? List.of() : List.of(new BuildPage(build));
    }
}
