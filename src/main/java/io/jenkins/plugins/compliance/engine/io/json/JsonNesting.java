package io.jenkins.plugins.compliance.engine.io.json;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import java.util.Arrays;

/** The objects and arrays that a JSON scanner is in, from the root inwards, level 1 the outermost. */
final class JsonNesting {
    private static final int FIRST_LEVELS = 32;

    private final int deepest;
    private int depth;
    private boolean[] objects = new boolean[FIRST_LEVELS];
    private int[] indices = new int[FIRST_LEVELS];
    private String[] names = new String[FIRST_LEVELS];

    /**
     * @param deepest how many levels there may be
     */
    JsonNesting(int deepest) {
        this.deepest = deepest;
    }

    /** How many were entered and not left. */
    int depth() {
        return depth;
    }

    /** Enters one. */
    void enter(JsonToken kind) throws LimitExceededException {
        depth++;
        open(depth, kind);
        indices[depth] = -1;
        names[depth] = null;
    }

    /** Leaves the innermost. */
    void leave() {
        depth--;
    }

    /** Steps on in the innermost; whether that is its first member or element. */
    boolean step() {
        return indices[depth]++ < 0;
    }

    /** Whether nothing was stepped to in the innermost. */
    boolean atStart() {
        return indices[depth] < 0;
    }

    /** Name of the member that was stepped to. */
    void name(String name) {
        names[depth] = name;
    }

    /** Notes what a level is, without entering it. */
    void open(int level, JsonToken kind) throws LimitExceededException {
        if (level > deepest) {
            throw new LimitExceededException("nesting", deepest);
        }
        if (level == objects.length) {
            objects = Arrays.copyOf(objects, 2 * level);
            indices = Arrays.copyOf(indices, 2 * level);
            names = Arrays.copyOf(names, 2 * level);
        }
        objects[level] = kind == JsonToken.OBJECT;
    }

    /** Whether a level is an object. */
    boolean isObject(int level) {
        return objects[level];
    }

    /** The way to where the scanner stands: {@code runs[0].results[17]}. */
    String path(int longestName) {
        StringBuilder path = new StringBuilder();
        for (int level = 1; level <= depth; level++) {
            @CheckForNull String name = names[level];
            if (!isObject(level) && indices[level] >= 0) {
                path.append('[').append(indices[level]).append(']');
            } else if (isObject(level) && name != null) {
                path.append(path.isEmpty() ? "" : ".").append(name, 0, Math.min(name.length(), longestName));
            }
        }
        return path.toString();
    }
}
