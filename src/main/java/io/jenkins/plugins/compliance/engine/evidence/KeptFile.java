package io.jenkins.plugins.compliance.engine.evidence;

import java.util.regex.Pattern;

/**
 * A file that is kept with the ledger.
 *
 * @param name its name in the folder of files: lower-case letters, digits, {@code .}, {@code _} and {@code -}, beginning with
 *     a letter or digit, at most 101 characters
 * @param size size in bytes
 * @param sha256 its digest, 64 lower-case hexadecimal digits
 */
public record KeptFile(String name, long size, String sha256) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,100}");

    /** @throws IllegalArgumentException when the name, size or digest has not the form */
    public KeptFile {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is not a name for a kept file; expected up to 101 lower-case"
                            + " letters, digits, '.', '_' or '-', beginning with a letter or digit");
        }
        if (size < 0 || !Sha256.isHex(sha256)) {
            throw new IllegalArgumentException("size or digest of " + name + " has not the form that is expected");
        }
    }

    /** Whether a text can name a kept file. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
