package io.jenkins.plugins.compliance.facts;

import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Remembers with a build the widest scope of credentials that it used, beyond its folders. */
@Restricted(NoExternalUse.class)
public final class WideCredentials extends InvisibleAction {
    /** Where credentials are kept. From the narrowest to the widest that is known. */
    enum Scope {
        FOLDER,
        UNKNOWN,
        GLOBAL,
        SYSTEM
    }

    private final Scope scope;

    private WideCredentials(Scope scope) {
        this.scope = scope;
    }

    /** Builds of before have it under the name that it had before it moved. */
    @Initializer(before = InitMilestone.PLUGINS_STARTED)
    @Restricted(NoExternalUse.class)
    public static void addFormerName() {
        Run.XSTREAM2.addCompatibilityAlias(
                "io.jenkins.plugins.compliance.steps.facts.WideCredentials", WideCredentials.class);
    }

    /** The widest scope that was seen in use; {@link Scope#FOLDER} when nothing wider was. */
    static Scope of(Run<?, ?> run) {
        WideCredentials noted = run.getAction(WideCredentials.class);
        return noted == null || noted.scope == null ? Scope.FOLDER : noted.scope;
    }

    /** Notes that a build uses credentials. It is written with the build when that is saved next. */
    static void note(Run<?, ?> run, Scope scope) {
        synchronized (run) {
            if (scope.compareTo(of(run)) > 0) {
                run.addOrReplaceAction(new WideCredentials(scope));
            }
        }
    }
}
