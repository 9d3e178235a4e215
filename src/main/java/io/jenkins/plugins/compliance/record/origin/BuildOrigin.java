package io.jenkins.plugins.compliance.record.origin;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Cause;
import hudson.model.Run;
import io.jenkins.plugins.compliance.engine.evidence.LedgerIdentity;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import java.util.List;
import java.util.stream.Collectors;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Says whose evidence a build's is, as the controller knows it. Nothing that a build can set goes into it. */
@Restricted(NoExternalUse.class)
public final class BuildOrigin {
    private static final int CAUSE_LENGTH = 300;
    private static final String BUILT_IN = "built-in";

    private BuildOrigin() {}

    /**
     * The origin of a build's evidence.
     *
     * @param node name of the node that it was observed on, empty for the built-in one; null for none
     */
    public static Origin of(LedgerIdentity identity, Run<?, ?> run, @CheckForNull String node) {
        SourceRevision source = SourceRevision.of(run);
        return new Origin(
                identity.controller(),
                identity.job(),
                String.valueOf(run.getNumber()),
                cause(run.getCauses()),
                source.source(),
                source.revision(),
                node == null || !node.isEmpty() ? node : BUILT_IN);
    }

    /**
     * The origin of an entry that is about the ledger or the job and of no build. Such an entry has its own name in the place of
     * the build's.
     */
    public static Origin ofLedger(LedgerIdentity identity, String name) {
        return new Origin(identity.controller(), identity.job(), name, null, null, null, null);
    }

    private static @CheckForNull String cause(List<Cause> causes) {
        if (causes.isEmpty()) {
            return null;
        }
        String all = causes.stream().map(Cause::getShortDescription).collect(Collectors.joining("; "));
        return DisplayText.line(all, CAUSE_LENGTH);
    }
}
