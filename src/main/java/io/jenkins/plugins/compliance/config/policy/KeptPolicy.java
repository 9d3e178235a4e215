package io.jenkins.plugins.compliance.config.policy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import java.time.Instant;

/** What is remembered on disk of the last good version of a policy, and of how its source behaved since. Never changed. */
final class KeptPolicy {
    private final String identity;
    private final String location;
    private final String folder;
    private final String id;
    private final String version;
    private final String digest;

    @CheckForNull
    private final String revision;

    private final long fetchedAt;
    private final long refreshedAt;
    private final long triedAt;

    @CheckForNull
    private final String lastError;

    private KeptPolicy(
            String identity,
            String location,
            String folder,
            String[] pack,
            @CheckForNull String revision,
            long[] times,
            @CheckForNull String lastError) {
        this.identity = identity;
        this.location = location;
        this.folder = folder;
        this.id = pack[0];
        this.version = pack[1];
        this.digest = pack[2];
        this.revision = revision;
        this.fetchedAt = times[0];
        this.refreshedAt = times[1];
        this.triedAt = times[2];
        this.lastError = lastError;
    }

    /** Nothing was ever brought by this source. */
    static KeptPolicy none(String identity) {
        return new KeptPolicy(identity, "", "", new String[] {"", "", ""}, null, new long[] {0, 0, 0}, null);
    }

    /**
     * The same after the source brought a pack.
     *
     * @param keptIn name of the folder that the pack is kept in
     */
    KeptPolicy with(PolicySource.Brought brought, PolicyPack pack, String keptIn, Instant now) {
        boolean same = pack.digest().equals(digest);
        return new KeptPolicy(
                identity,
                brought.location(),
                keptIn,
                new String[] {pack.id(), pack.version(), pack.digest()},
                brought.revision(),
                new long[] {same ? fetchedAt : now.toEpochMilli(), now.toEpochMilli(), now.toEpochMilli()},
                null);
    }

    /** The same after the source failed. */
    KeptPolicy failed(String error, Instant now) {
        return new KeptPolicy(
                identity,
                location,
                folder,
                new String[] {id, version, digest},
                revision,
                new long[] {fetchedAt, refreshedAt, now.toEpochMilli()},
                error);
    }

    boolean isOf(String otherIdentity) {
        return otherIdentity.equals(identity);
    }

    /** Whether a version is kept. */
    boolean hasPack() {
        return location != null && folder != null && digest != null && !digest.isEmpty();
    }

    String location() {
        return location;
    }

    String folder() {
        return folder;
    }

    Instant triedAt() {
        return Instant.ofEpochMilli(triedAt);
    }

    boolean failing() {
        return lastError != null;
    }

    PolicyState state(String source) {
        return new PolicyState(
                source, id, version, digest, revision, time(fetchedAt), time(refreshedAt), time(triedAt), lastError);
    }

    @CheckForNull
    private static Instant time(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }
}
