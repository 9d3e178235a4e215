package io.jenkins.plugins.compliance.engine.scan;

import io.jenkins.plugins.compliance.engine.io.Position;

/**
 * A mistake in the definition of a scan tool.
 *
 * @param at where
 * @param message what is wrong and what was expected
 */
public record ScanToolProblem(Position at, String message) implements Comparable<ScanToolProblem> {
    @Override
    public int compareTo(ScanToolProblem other) {
        int byPlace = at.compareTo(other.at);
        return byPlace != 0 ? byPlace : message.compareTo(other.message);
    }

    /** {@code file:line:column: message}. */
    @Override
    public String toString() {
        return at + ": " + message;
    }
}
