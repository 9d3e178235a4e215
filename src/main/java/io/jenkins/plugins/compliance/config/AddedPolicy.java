package io.jenkins.plugins.compliance.config;

import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.record.cache.BoundedCache;
import java.io.IOException;
import java.util.List;

/** Policies with what levels add to them. The few that are asked for again and again are kept: many jobs share their levels. */
final class AddedPolicy {
    private static final int KEPT = 100;

    private static final BoundedCache<Key, PolicyIndex> RECENT = new BoundedCache<>(KEPT);

    private record Key(String digest, List<LevelSettings> levels) {}

    private AddedPolicy() {}

    /**
     * A policy with what levels add.
     *
     * @throws IOException when something that a level says is wrong; the message says which level and what
     */
    static PolicyIndex of(PolicyIndex base, List<LevelSettings> levels) throws IOException {
        for (LevelSettings level : levels) {
            level.requireTags();
        }
        Key key = new Key(base.pack().digest(), List.copyOf(levels));
        PolicyIndex known = RECENT.get(key);
        if (known != null) {
            return known;
        }
        PolicyPack pack = base.pack();
        for (LevelSettings level : levels) {
            pack = level.addition().to(pack);
        }
        PolicyIndex made = pack == base.pack() ? base : PolicyIndex.of(pack);
        RECENT.put(key, made);
        return made;
    }
}
