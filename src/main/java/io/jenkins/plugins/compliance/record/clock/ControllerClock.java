package io.jenkins.plugins.compliance.record.clock;

import java.time.Instant;
import java.time.InstantSource;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The clock of this controller, by which evidence, waivers and verdicts are dated. */
@Restricted(NoExternalUse.class)
public final class ControllerClock {
    private static volatile InstantSource source = InstantSource.system();

    private ControllerClock() {}

    /** This moment. */
    public static Instant now() {
        return source.instant();
    }

    /** The same clock, for those who ask it more than once. It follows when another is set. */
    public static InstantSource source() {
        return () -> source.instant();
    }

    /** Sets another clock: for tests of what time does, and for a demonstration that needs a past. */
    @Restricted(NoExternalUse.class)
    public static void set(InstantSource clock) {
        source = clock;
    }
}
