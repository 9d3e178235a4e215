package io.jenkins.plugins.compliance.engine.report.finding;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * Where a finding is. Display text: it comes from a report and is never opened as a path.
 *
 * @param path path with forward slashes, relative to the scanned directory where the report allows it; or a URL for a
 *     dynamic scan, or a package coordinate for a dependency scan
 * @param line first line, from 1; 0 when unknown
 * @param column first column, from 1; 0 when unknown
 * @param endLine last line; 0 when unknown
 * @param logical the class, function or resource, when the tool names it
 */
public record Place(
        String path,
        int line,
        int column,
        int endLine,
        @CheckForNull String logical) {

    /** A file without a line. */
    public static Place of(String path) {
        return new Place(path, 0, 0, 0, null);
    }

    /** {@code path:line}, or the path alone. */
    @Override
    public String toString() {
        return line == 0 ? path : path + ":" + line;
    }
}
