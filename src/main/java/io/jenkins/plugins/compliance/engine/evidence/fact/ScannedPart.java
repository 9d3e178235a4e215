package io.jenkins.plugins.compliance.engine.evidence.fact;

/**
 * The part of a workspace that a scan looked at. How many files lie elsewhere tells whether several parts make up the whole.
 *
 * @param directory the scanned directory, relative to the workspace, with forward slashes; never empty
 * @param files how many files that the tool looks at lie in it
 * @param elsewhere how many files that the tool looks at lie outside of it
 */
public record ScannedPart(String directory, int files, int elsewhere) {
    /** @throws IllegalArgumentException when it names no directory, or a number is negative */
    public ScannedPart {
        if (directory.isEmpty() || files < 0 || elsewhere < 0) {
            throw new IllegalArgumentException(
                    "\"" + directory + "\" with " + files + " files, and " + elsewhere + " elsewhere, is no part");
        }
    }
}
