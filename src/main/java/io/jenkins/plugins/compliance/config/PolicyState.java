package io.jenkins.plugins.compliance.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the policy in force comes from and how fresh it is. A source that can't be refreshed keeps its last good version; then
 * {@link #lastError} says so.
 *
 * @param source the source in words, for instance {@code https://policy.example/pack.zip}
 * @param id id of the pack; empty when none was ever loaded
 * @param version version of the pack; empty when none was ever loaded
 * @param digest digest of the pack; empty when none was ever loaded
 * @param fetchedAt when the version in force was fetched; null when none was
 * @param refreshedAt when the source was last asked with success; null when it never was
 * @param lastError why the last attempt failed; null when it did not
 */
public record PolicyState(
        String source,
        String id,
        String version,
        String digest,
        @CheckForNull Instant fetchedAt,
        @CheckForNull Instant refreshedAt,
        @CheckForNull String lastError) {

    /** Why the last attempt to refresh it failed; empty when it did not fail. */
    public Optional<String> error() {
        return Optional.ofNullable(lastError);
    }

    /** Whether a version is in force at all. */
    public boolean loaded() {
        return !digest.isEmpty();
    }
}
