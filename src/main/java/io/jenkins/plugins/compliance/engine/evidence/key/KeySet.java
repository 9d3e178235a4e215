package io.jenkins.plugins.compliance.engine.evidence.key;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The public keys that a verifier trusts. */
public final class KeySet {
    /** No key: nothing can be verified with it. */
    public static final KeySet EMPTY = new KeySet(List.of());

    private final Map<String, TrustedKey> keys;

    /**
     * @param keys the keys
     * @throws IllegalArgumentException when a key is named twice with different times: it would be unclear which holds
     */
    public KeySet(List<TrustedKey> keys) {
        Map<String, TrustedKey> byId = new LinkedHashMap<>();
        for (TrustedKey key : keys) {
            TrustedKey earlier = byId.putIfAbsent(key.key().id(), key);
            if (earlier != null && !earlier.equals(key)) {
                throw new IllegalArgumentException("key " + key.key().id() + " is given twice, once valid "
                        + earlier.validity() + " and once " + key.validity());
            }
        }
        this.keys = Map.copyOf(byId);
    }

    /** One key without bounds in time. */
    public static KeySet of(VerificationKey key) {
        return new KeySet(List.of(TrustedKey.always(key)));
    }

    /** The key with this id. */
    public Optional<TrustedKey> get(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    /** The keys, by id. */
    public List<TrustedKey> keys() {
        List<TrustedKey> sorted = new ArrayList<>(keys.values());
        sorted.sort((a, b) -> a.key().id().compareTo(b.key().id()));
        return sorted;
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }
}
