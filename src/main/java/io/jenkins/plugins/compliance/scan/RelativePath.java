package io.jenkins.plugins.compliance.scan;

import java.util.Arrays;
import java.util.List;

/** A path that stays below where it begins, as far as its text tells. */
final class RelativePath {
    private RelativePath() {}

    /**
     * The path with forward slashes and without a step that does nothing; empty for where it begins.
     *
     * @throws IllegalArgumentException when it is absolute or leads out
     */
    static String of(String path) {
        String slashed = path.trim().replace('\\', '/');
        List<String> steps = Arrays.stream(slashed.split("/", -1))
                .filter(step -> !step.isEmpty() && !step.equals("."))
                .toList();
        if (slashed.startsWith("/")
                || slashed.indexOf(':') >= 0
                || slashed.indexOf('\0') >= 0
                || steps.contains("..")) {
            throw new IllegalArgumentException(Messages.RelativePath_out(path));
        }
        return String.join("/", steps);
    }

    /** Whether a name with forward slashes is one of a file below. */
    static boolean isBelow(String name) {
        return name.indexOf('\0') < 0
                && Arrays.stream(name.split("/", -1))
                        .noneMatch(step -> step.isEmpty() || step.equals(".") || step.equals(".."));
    }
}
