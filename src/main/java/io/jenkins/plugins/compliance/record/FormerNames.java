package io.jenkins.plugins.compliance.record;

import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.Run;
import io.jenkins.plugins.compliance.record.archive.ArchivedFile;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import io.jenkins.plugins.compliance.record.judge.GateVerdict;
import io.jenkins.plugins.compliance.record.origin.LibraryCheckouts;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** What stands in files of builds under the names that it had before it moved. */
@Restricted(NoExternalUse.class)
public final class FormerNames {
    private static final String RECORD = "io.jenkins.plugins.compliance.record.";

    private FormerNames() {}

    /** Makes builds of before readable, before any of them is loaded. */
    @Initializer(before = InitMilestone.PLUGINS_STARTED)
    public static void add() {
        Run.XSTREAM2.addCompatibilityAlias(RECORD + "ComplianceRunAction", ComplianceRunAction.class);
        Run.XSTREAM2.addCompatibilityAlias(RECORD + "GateVerdict", GateVerdict.class);
        Run.XSTREAM2.addCompatibilityAlias(RECORD + "ArchivedFile", ArchivedFile.class);
        Run.XSTREAM2.addCompatibilityAlias(RECORD + "LibraryCheckouts", LibraryCheckouts.class);
    }
}
