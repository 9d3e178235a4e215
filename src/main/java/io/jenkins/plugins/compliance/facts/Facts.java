package io.jenkins.plugins.compliance.facts;

import java.util.Map;
import java.util.TreeMap;

/** Collects what is stated about a build. */
final class Facts {
    private final Map<String, String> stated = new TreeMap<>();

    void state(ControllerFact fact, String value) {
        stated.put(fact.id(), value);
    }

    void state(ControllerFact fact, boolean value) {
        state(fact, String.valueOf(value));
    }

    /** The values by the names that policy uses. */
    Map<String, String> stated() {
        return Map.copyOf(stated);
    }
}
