package io.jenkins.plugins.compliance.config.policy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.record.clock.MomentText;
import java.time.Instant;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Where the policy in force comes from and how fresh it is. A source that can't be refreshed keeps its last good version; then
 * {@link #lastError} says so.
 *
 * @param source the source in words, for instance {@code https://policy.example/pack.zip}
 * @param id id of the pack; empty when none was ever loaded
 * @param version version of the pack; empty when none was ever loaded
 * @param digest digest of the pack; empty when none was ever loaded
 * @param revision what the source calls this version: a commit, or {@code sha256:} and the digest of the fetched file; null when
 *     it has no name for it
 * @param fetchedAt when the version in force was fetched; null when none was
 * @param refreshedAt when the source was last asked with success; null when it never was
 * @param triedAt when the source was last asked; null when it never was
 * @param lastError why the last attempt failed; null when it did not
 */
@Restricted(NoExternalUse.class)
public record PolicyState(
        String source,
        String id,
        String version,
        String digest,
        @CheckForNull String revision,
        @CheckForNull Instant fetchedAt,
        @CheckForNull Instant refreshedAt,
        @CheckForNull Instant triedAt,
        @CheckForNull String lastError) {

    /** Why the last attempt to refresh it failed; empty when it did not fail. */
    public Optional<String> error() {
        return Optional.ofNullable(lastError);
    }

    /** When the version in force was fetched, for people; null when none was. */
    @CheckForNull
    public MomentText fetched() {
        return MomentText.ofNullable(fetchedAt);
    }

    /** When the source was last asked with success, for people; null when it never was. */
    @CheckForNull
    public MomentText refreshed() {
        return MomentText.ofNullable(refreshedAt);
    }

    /** Whether a version is in force at all. */
    public boolean loaded() {
        return !digest.isEmpty();
    }

    private static String words(@CheckForNull Instant moment) {
        return moment == null ? "?" : new MomentText(moment).words();
    }

    /**
     * One sentence for whoever reads a verdict, when the version in force may not be the one that the source has; empty when it
     * is fresh.
     */
    public Optional<String> warning() {
        if (lastError == null) {
            return Optional.empty();
        }
        return Optional.of(
                loaded()
                        ? Messages.PolicyState_kept(source, version, words(refreshedAt))
                        : Messages.PolicyState_none(source));
    }
}
