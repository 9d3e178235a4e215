package io.jenkins.plugins.compliance.engine.io.json;

import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads parts of a JSON document as {@link ElementTree}s, from a cursor that goes through all of it. */
public final class JsonElements {
    private static final int COST_OF_A_PART = 16;

    private JsonElements() {}

    /** Takes the value of one member where it stands, instead of keeping it. */
    @FunctionalInterface
    public interface Detour {
        /**
         * The cursor stands at the value; what is not read of it is skipped.
         *
         * @param before the members of the same object that were read before this one
         */
        void take(ElementTree before) throws IOException;
    }

    /**
     * The value at which the cursor stands.
     *
     * @throws LimitExceededException when its texts are longer together than {@link Limits#textLength}
     */
    public static ElementTree read(JsonCursor json, Limits limits) throws IOException {
        return read("", json, new Budget(limits), Map.of());
    }

    /**
     * The value at which the cursor stands, an object whose large members are taken on a detour. In what is returned such a
     * member is an empty array, to tell that it was there.
     *
     * @param detours what to do with the members of these names, directly in this object
     */
    public static ElementTree read(JsonCursor json, Limits limits, Map<String, Detour> detours) throws IOException {
        return read("", json, new Budget(limits), detours);
    }

    /**
     * The object at which the cursor stands, with the members of these names alone.
     *
     * @param keep names of members to keep
     * @param detours what to do with the members of these names; each is an empty array in what is returned
     */
    public static ElementTree outline(JsonCursor json, Limits limits, Set<String> keep, Map<String, Detour> detours)
            throws IOException {
        int line = json.position().line();
        List<ElementTree> parts = new ArrayList<>();
        Budget budget = new Budget(limits);
        if (!json.beginObject()) {
            throw json.malformed("expected an object here");
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (detours.containsKey(name)) {
                parts.add(detour(name, json, detours, parts, line));
            } else if (keep.contains(name)) {
                parts.add(read(name, json, budget, Map.of()));
            }
        }
        return new ElementTree("", ElementTree.Kind.OBJECT, "", parts, line);
    }

    private static ElementTree read(String name, JsonCursor json, Budget budget, Map<String, Detour> detours)
            throws IOException {
        int line = json.position().line();
        switch (json.kind()) {
            case OBJECT -> {
                List<ElementTree> parts = new ArrayList<>();
                json.beginObject();
                for (String member = json.nextName(); member != null; member = json.nextName()) {
                    budget.spend(member.length());
                    parts.add(
                            detours.containsKey(member)
                                    ? detour(member, json, detours, parts, line)
                                    : read(member, json, budget, Map.of()));
                }
                return new ElementTree(name, ElementTree.Kind.OBJECT, "", parts, line);
            }
            case ARRAY -> {
                List<ElementTree> items = new ArrayList<>();
                json.beginArray();
                while (json.nextElement()) {
                    budget.spend(0);
                    items.add(read("", json, budget, Map.of()));
                }
                return new ElementTree(name, ElementTree.Kind.ARRAY, "", items, line);
            }
            case NULL -> {
                json.skip();
                return new ElementTree(name, ElementTree.Kind.NULL, "", List.of(), line);
            }
            default -> {
                String text = json.text("");
                budget.spend(text.length());
                return new ElementTree(name, ElementTree.Kind.SCALAR, text, List.of(), line);
            }
        }
    }

    private static ElementTree detour(
            String name, JsonCursor json, Map<String, Detour> detours, List<ElementTree> before, int line)
            throws IOException {
        Detour detour = detours.get(name);
        int depth = json.depth();
        if (detour != null) {
            detour.take(new ElementTree("", ElementTree.Kind.OBJECT, "", before, line));
        }
        json.leaveTo(depth);
        return new ElementTree(name, ElementTree.Kind.ARRAY, "", List.of(), line);
    }

    /** What one fragment may cost: its texts, and something for each part. */
    private static final class Budget {
        private final int bound;
        private long left;

        Budget(Limits limits) {
            bound = limits.textLength();
            left = bound;
        }

        void spend(int length) throws LimitExceededException {
            left -= length + COST_OF_A_PART;
            if (left < 0) {
                throw new LimitExceededException("textLength", bound);
            }
        }
    }
}
