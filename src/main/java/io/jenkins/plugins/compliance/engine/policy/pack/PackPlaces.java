package io.jenkins.plugins.compliance.engine.policy.pack;

import io.jenkins.plugins.compliance.engine.io.Position;
import java.util.HashMap;
import java.util.Map;

/** Where the parts of a loaded pack stand in its files, for messages about the pack as a whole. */
public final class PackPlaces {
    private final Position pack;
    private final Map<String, Position> places = new HashMap<>();

    PackPlaces(Position pack) {
        this.pack = pack;
    }

    public Position pack() {
        return pack;
    }

    void put(String kind, String id, Position at) {
        places.putIfAbsent(kind + ' ' + id, at);
    }

    /** The place of a part; the pack's own when it is not known. */
    public Position of(String kind, String id) {
        return places.getOrDefault(kind + ' ' + id, pack);
    }
}
