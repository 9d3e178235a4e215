package io.jenkins.plugins.compliance.config.policy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import io.jenkins.plugins.compliance.record.unwritten.Unwritten;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The policy in force. What a source brought is loaded once, and kept on disk, so that a source that is down, or brings what has
 * mistakes, leaves its last good version in force, also after a restart.
 */
@Extension
@Restricted(NoExternalUse.class)
public final class PolicyStore {
    private static final Logger LOGGER = Logger.getLogger(PolicyStore.class.getName());
    /** How long a source that never brought anything is left alone when it failed. */
    private static final Duration PAUSE = Duration.ofMinutes(1);
    /** How long a source that failed is left alone at most before it is asked again. */
    private static final Duration RETRY = Duration.ofMinutes(10);

    private final ReentrantLock lock = new ReentrantLock();
    private InstantSource clock = ControllerClock.source();

    @CheckForNull
    private volatile Held held;

    /** Why what is in force could not be noted in the Jenkins home. */
    @CheckForNull
    private volatile IOException unnoted;

    /**
     * What is in memory.
     *
     * @param source the source as it is configured
     * @param kept what is remembered of it
     * @param index the policy; null when it never brought any
     * @param stamp what the source told when it was last asked; null when it tells nothing
     * @param places what of the source was read
     */
    private record Held(
            PolicySource source,
            KeptPolicy kept,
            @CheckForNull PolicyIndex index,
            @CheckForNull String stamp,
            List<String> places) {}

    /** The policy of this controller. */
    public static PolicyStore get() {
        return ExtensionList.lookupSingleton(PolicyStore.class);
    }

    /** Another clock, for tests. */
    void use(InstantSource other) {
        clock = other;
    }

    /** Forgets what is in memory, as a restart does. */
    void forget() {
        held = null;
    }

    /**
     * The policy to judge by.
     *
     * @throws IOException when the source never brought one; the message says what to do
     */
    public PolicyIndex current() throws IOException {
        Held now = settled();
        PolicyIndex index = now.index();
        if (index == null) {
            PolicyState state = now.kept().state(now.source().describe());
            throw new IOException(
                    Messages.PolicyStore_none(state.source(), state.error().orElse("")));
        }
        return index;
    }

    /** Where the policy in force comes from and how fresh it is. A source is not asked for it. */
    public PolicyState state() {
        PolicySource source = PolicyConfiguration.get().inForce();
        Held now = held;
        if (now == null || now.source() != source) {
            KeptPolicy kept = shelf().note()
                    .filter(note -> note.isOf(source.identity()))
                    .orElseGet(() -> KeptPolicy.none(source.identity()));
            return kept.state(source.describe());
        }
        return now.kept().state(source.describe());
    }

    /** Asks the source now. */
    public PolicyState refresh() throws IOException {
        return locked(() -> {
            PolicySource source = PolicyConfiguration.get().inForce();
            Held fresh = asked(known(source));
            held = fresh;
            return fresh.kept().state(source.describe());
        });
    }

    /** Why the policy in force would be forgotten if Jenkins ended now; empty when it is kept in the Jenkins home. */
    Optional<String> unkept() {
        IOException failure = unnoted;
        return failure == null
                ? Optional.empty()
                : Optional.of(Unwritten.reason(failure).orElse(String.valueOf(failure.getMessage())));
    }

    /** Asks the source if its time has come. */
    void refreshWhenDue() throws IOException {
        PolicyConfiguration configuration = PolicyConfiguration.get();
        Held now = held;
        Duration interval = Duration.ofMinutes(configuration.getRefreshMinutes());
        if (now == null || now.source() != configuration.inForce() || isOlder(now.kept(), interval)) {
            refresh();
        }
    }

    private boolean isOlder(KeptPolicy kept, Duration interval) {
        return isPast(kept, kept.failing() && interval.compareTo(RETRY) > 0 ? RETRY : interval);
    }

    /** Whether a source was left alone long enough. A clock that was set back leaves none alone for longer than that. */
    private boolean isPast(KeptPolicy kept, Duration pause) {
        Instant now = clock.instant();
        Instant tried = kept.triedAt();
        return now.isBefore(tried) || !now.isBefore(tried.plus(pause));
    }

    private Held settled() throws IOException {
        PolicySource source = PolicyConfiguration.get().inForce();
        Held now = held;
        if (now != null && now.source() == source && !isDue(now)) {
            return now;
        }
        return locked(() -> {
            Held known = known(source);
            Held settled = isDue(known) ? asked(known) : known;
            held = settled;
            return settled;
        });
    }

    /** Whether the source must be asked before anything is judged. */
    private boolean isDue(Held now) {
        String stamp = now.source().stamp(now.places());
        if (stamp != null) {
            return !stamp.equals(now.stamp());
        }
        return now.index() == null && isPast(now.kept(), PAUSE);
    }

    /** What is known of a source without asking it. */
    private Held known(PolicySource source) {
        Held now = held;
        if (now != null && now.source() == source) {
            return now;
        }
        String identity = source.identity();
        if (now != null && now.kept().isOf(identity)) {
            return new Held(source, now.kept(), now.index(), null, now.places());
        }
        KeptPolicy kept = shelf().note().filter(note -> note.isOf(identity)).orElseGet(() -> KeptPolicy.none(identity));
        if (kept.hasPack()) {
            try {
                PolicyPack pack =
                        shelf().load(kept, source.describe(), Limits.DEFAULTS).orThrow();
                return new Held(source, kept, PolicyIndex.of(pack), null, List.of());
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, "the kept policy can't be loaded; the source will be asked", e);
            }
        }
        return new Held(source, KeptPolicy.none(identity), null, null, List.of());
    }

    private Held asked(Held known) throws IOException {
        PolicySource source = known.source();
        String stamp = source.stamp(known.places());
        Instant now = clock.instant();
        Held fresh;
        try {
            fresh = brought(known, stamp, now);
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, "policy can't be refreshed from " + source.describe(), e);
            fresh = new Held(
                    source,
                    known.kept().failed(String.valueOf(e.getMessage()), now),
                    known.index(),
                    stamp,
                    known.places());
            note(fresh.kept());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        return fresh;
    }

    private Held brought(Held known, @CheckForNull String stamp, Instant now) throws IOException, InterruptedException {
        PolicySource source = known.source();
        Path folder = folder();
        try {
            PolicySource.Brought brought = source.bring(folder, Limits.DEFAULTS);
            PolicyPack pack = PolicyShelf.load(folder, brought.location(), source.describe(), Limits.DEFAULTS)
                    .orThrow();
            KeptPolicy kept = known.kept().with(brought, pack, String.valueOf(folder.getFileName()), now);
            PolicyIndex loaded = known.index();
            boolean same = loaded != null && loaded.pack().digest().equals(pack.digest());
            note(kept);
            // The first stamp was of what could be guessed; now it is known what was read.
            String exact = brought.places().equals(known.places()) ? stamp : source.stamp(brought.places());
            return new Held(source, kept, same ? loaded : PolicyIndex.of(pack), exact, brought.places());
        } finally {
            if (!isKept(folder)) {
                Util.deleteRecursive(folder.toFile());
            }
        }
    }

    /** Somewhere on disk, even when the Jenkins home can't be written to: then it is kept until Jenkins ends. */
    private Path folder() throws IOException {
        try {
            return shelf().newFolder();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "policy can't be kept in the Jenkins home", e);
            return Files.createTempDirectory("compliance-policy");
        }
    }

    private boolean isKept(Path folder) {
        return shelf().note()
                .filter(note -> note.folder().equals(String.valueOf(folder.getFileName())))
                .isPresent();
    }

    /** A disk that is full or read-only keeps nothing, and hinders nothing. */
    private void note(KeptPolicy kept) {
        try {
            shelf().note(kept);
            unnoted = null;
        } catch (IOException e) {
            unnoted = e;
            LOGGER.log(Level.WARNING, "the policy in force can't be noted in the Jenkins home", e);
        }
    }

    private static PolicyShelf shelf() {
        return new PolicyShelf(
                Jenkins.get().getRootDir().toPath().resolve("compliance").resolve("policy"));
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T locked(Work<T> work) throws IOException {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        try {
            return work.run();
        } finally {
            lock.unlock();
        }
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        InterruptedIOException io = new InterruptedIOException(Messages.PolicyStore_interrupted());
        io.initCause(e);
        return io;
    }
}
