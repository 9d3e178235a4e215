package io.jenkins.plugins.compliance.record.judge;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.record.cache.BoundedCache;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Keeps the assessments that pages asked for last, as long as there is memory: the parts of one page ask for the same one. */
final class AssessmentCache {
    private static final int MOST = 64;
    private static final BoundedCache<Key, SoftReference<Assessment>> KEPT = new BoundedCache<>(MOST);

    private AssessmentCache() {}

    /**
     * All that an assessment depends on.
     *
     * @param ledger the evidence folder
     * @param head what {@link #head} says
     * @param policy digest of the policy
     * @param tags tags of the application
     * @param build the build
     * @param moment the moment
     */
    record Key(Path ledger, String head, String policy, String tags, String build, String moment) {}

    /** What changes when evidence is added to a ledger, or loses or regains its integrity. */
    static String head(List<Evidence> evidence) {
        long broken = evidence.stream()
                .filter(each -> each.integrity() instanceof Evidence.Integrity.Broken)
                .mapToLong(each -> each.sequence() * 31 + each.integrity().hashCode())
                .sum();
        return evidence.isEmpty() ? "" : evidence.get(evidence.size() - 1).digest() + " " + broken;
    }

    /** The assessment, judged when it is not kept. */
    static Assessment get(Key key, Supplier<Assessment> judge) {
        SoftReference<Assessment> kept = KEPT.get(key);
        Assessment known = kept == null ? null : kept.get();
        if (known != null) {
            return known;
        }
        Assessment judged = judge.get();
        KEPT.put(key, new SoftReference<>(judged));
        return judged;
    }
}
