package io.jenkins.plugins.compliance.engine.report.finding;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * One test case of a test report.
 *
 * @param suite name of its suite; empty when not stated
 * @param className class or group; empty when not stated
 * @param name name of the case
 * @param result how it ended
 * @param seconds duration in seconds; 0 when not stated
 * @param message failure message; null when it passed or none is stated
 */
public record TestCase(
        String suite,
        String className,
        String name,
        Result result,
        double seconds,
        @CheckForNull String message) {

    /** How a test case ended. */
    public enum Result {
        /** It ran and held. */
        PASSED,
        /** An assertion did not hold. */
        FAILED,
        /** It broke before it could tell. */
        ERROR,
        /** It did not run. */
        SKIPPED
    }

    /** {@code className.name}, the form that name patterns are matched against. */
    public String qualifiedName() {
        return className.isEmpty() ? name : className + "." + name;
    }
}
