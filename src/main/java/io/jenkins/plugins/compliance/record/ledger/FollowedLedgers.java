package io.jenkins.plugins.compliance.record.ledger;

import io.jenkins.plugins.compliance.engine.evidence.ledger.FollowedLedger;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.record.cache.BoundedCache;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import java.lang.ref.SoftReference;
import java.nio.file.Path;

/** Ledgers that were read, as long as there is memory for them: those of busy jobs are asked for again and again. */
final class FollowedLedgers {
    private static final int MOST = 500;

    private static final BoundedCache<Path, SoftReference<FollowedLedger>> KNOWN = new BoundedCache<>(MOST);

    private FollowedLedgers() {}

    /** The ledger in a folder. */
    static FollowedLedger get(Path folder) {
        synchronized (KNOWN) {
            SoftReference<FollowedLedger> reference = KNOWN.get(folder);
            FollowedLedger known = reference == null ? null : reference.get();
            if (known == null) {
                known = new FollowedLedger(folder, ControllerClock.source(), Limits.DEFAULTS);
                KNOWN.put(folder, new SoftReference<>(known));
            }
            return known;
        }
    }
}
