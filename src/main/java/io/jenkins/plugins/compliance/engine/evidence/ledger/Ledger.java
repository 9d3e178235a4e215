package io.jenkins.plugins.compliance.engine.evidence.ledger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.KeptFile;
import io.jenkins.plugins.compliance.engine.evidence.LedgerIdentity;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.Sha256;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.Observation;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.evidence.form.ChainLink;
import io.jenkins.plugins.compliance.engine.evidence.form.Envelope;
import io.jenkins.plugins.compliance.engine.evidence.form.HeadStatement;
import io.jenkins.plugins.compliance.engine.evidence.form.LedgerHead;
import io.jenkins.plugins.compliance.engine.evidence.form.RecordedTime;
import io.jenkins.plugins.compliance.engine.evidence.form.StatementWriter;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.file.AtomicFile;
import io.jenkins.plugins.compliance.engine.io.file.FolderLock;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Records evidence: the one writer of an evidence folder, which it keeps locked until it is closed. An append is on disk
 * when it returns; one that fails or is interrupted leaves the ledger as it was. Safe for use by several threads.
 */
public final class Ledger implements Closeable {
    /** How long to wait for another writer. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Name of the entry, and of the fact in it, that hands the ledger over to another key. */
    public static final String KEY_ROTATION = "key-rotation";
    /** Name of the entry that says that the job or its recorder is called otherwise from now on. */
    public static final String JOB_MOVED = "job-moved";

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int ID_BYTES = 16;

    private final Path folder;
    private final SigningKey signer;
    private final InstantSource clock;
    private final Limits limits;
    private final FolderLock lock;
    private final LedgerDisk disk;
    private final EvidenceFiles files;
    private final List<String> recovered;
    private LedgerIdentity identity;
    private LedgerState state;
    private boolean lost;

    private Ledger(
            Path folder,
            LedgerIdentity identity,
            Predicate<LedgerHead> formerly,
            SigningKey signer,
            InstantSource clock,
            Limits limits,
            FolderLock lock,
            LedgerDisk disk)
            throws IOException {
        this.folder = folder;
        this.signer = signer;
        this.clock = clock;
        this.limits = limits;
        this.lock = lock;
        this.disk = disk;
        this.files = new EvidenceFiles(folder.resolve(LedgerLayout.FILES), limits);
        LedgerRecovery recovery = new LedgerRecovery(folder, identity, formerly, signer, limits);
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        this.state = recovery.state(disk, HexFormat.of().formatHex(id));
        this.identity = recovery.identity();
        this.recovered = List.copyOf(recovery.notes());
    }

    /**
     * Opens the ledger of a folder, or begins one, and mends what an interrupted append left.
     *
     * @param folder the evidence folder; made when it does not exist
     * @param identity whose ledger it is, by the name that it was last recorded under
     * @param signer the key that signs; the same as the last time, or the one that the last entry hands over to
     * @param clock the recorder's clock
     * @param limits bounds to hold
     * @throws io.jenkins.plugins.compliance.engine.io.file.FolderLockedException when another writer does not end in time
     * @throws UnusableLedgerException when the folder holds another one's ledger or a damaged one
     */
    public static Ledger open(
            Path folder, LedgerIdentity identity, SigningKey signer, InstantSource clock, Limits limits)
            throws IOException {
        return open(folder, identity, signer, clock, limits, PATIENCE);
    }

    /** Opens a ledger, waiting for another writer so long at most. */
    public static Ledger open(
            Path folder,
            LedgerIdentity identity,
            SigningKey signer,
            InstantSource clock,
            Limits limits,
            Duration patience)
            throws IOException {
        return open(folder, identity, signer, clock, limits, patience, LedgerDisk::new);
    }

    /**
     * Opens a ledger that may still go by an earlier name of the job or of its recorder; then the move to the present one is
     * recorded.
     *
     * @param formerly whether the ledger that a head of another name speaks of is that of the job
     */
    public static Ledger openMoved(
            Path folder,
            LedgerIdentity identity,
            Predicate<LedgerHead> formerly,
            SigningKey signer,
            InstantSource clock,
            Limits limits,
            Duration patience)
            throws IOException {
        Ledger ledger = open(folder, identity, formerly, signer, clock, limits, patience, LedgerDisk::new);
        boolean moved = false;
        try {
            if (!ledger.identity().equals(identity)) {
                ledger.move(identity);
            }
            moved = true;
            return ledger;
        } finally {
            if (!moved) {
                ledger.close();
            }
        }
    }

    /** Opens the files of a folder. */
    @FunctionalInterface
    interface DiskOpener {
        LedgerDisk open(Path folder) throws IOException;
    }

    static Ledger open(
            Path folder,
            LedgerIdentity identity,
            SigningKey signer,
            InstantSource clock,
            Limits limits,
            Duration patience,
            DiskOpener opener)
            throws IOException {
        return open(folder, identity, head -> false, signer, clock, limits, patience, opener);
    }

    private static Ledger open(
            Path folder,
            LedgerIdentity identity,
            Predicate<LedgerHead> formerly,
            SigningKey signer,
            InstantSource clock,
            Limits limits,
            Duration patience,
            DiskOpener opener)
            throws IOException {
        Files.createDirectories(folder);
        FolderLock lock = FolderLock.acquire(folder, patience, FolderLock.thisProcess(clock.instant()));
        LedgerDisk disk = null;
        boolean opened = false;
        try {
            disk = opener.open(folder);
            Ledger ledger = new Ledger(folder, identity, formerly, signer, clock, limits, lock, disk);
            opened = true;
            return ledger;
        } finally {
            if (!opened) {
                try (lock) {
                    if (disk != null) {
                        disk.close();
                    }
                }
            }
        }
    }

    /** What an interrupted append had left and was mended at opening, each one sentence; empty in the normal case. */
    public List<String> recovered() {
        return recovered;
    }

    /** The head; empty before the first entry. */
    public synchronized Optional<LedgerHead> head() {
        return state.sequence() == 0 ? Optional.empty() : Optional.of(state.head(identity));
    }

    /** The sequence that the next entry will have. */
    public synchronized long nextSequence() {
        return state.sequence() + 1;
    }

    /**
     * Keeps a file for the next entry, under a name that begins with its sequence.
     *
     * @param name the rest of the name, for instance {@code spotbugs.sarif}, in the form of {@link KeptFile#name()}
     * @param content the stream, from its first byte; the caller closes it
     * @return the file, for the {@link ReportFact} that goes into the next entry
     */
    public synchronized KeptFile store(String name, InputStream content) throws IOException {
        return files.store(numbered(name), content);
    }

    /** Keeps a file for the next entry that somebody writes; otherwise like {@link #store(String, InputStream)}. */
    public synchronized KeptFile write(String name, AtomicFile.Content content) throws IOException {
        return files.write(numbered(name), content);
    }

    /**
     * Records an observation: signs it, chains it to the entry before, and writes it and the new head to disk.
     *
     * @return the entry
     * @throws IllegalArgumentException when the observation is of another job, has a name that is none, or names files that
     *     were not kept for this entry
     * @throws IOException when it could not be written; then nothing was recorded
     */
    public synchronized Evidence append(Observation observation) throws IOException {
        return append(observation, null, signer);
    }

    /**
     * Hands the ledger over to another key, by an entry that this key signs. From then on the ledger is to be opened with the
     * other key, and this object takes no more. Completes a handing over to that key that was interrupted.
     *
     * @param next the other key
     * @param origin who does it
     * @throws IOException when it could not be written; then nothing was recorded
     */
    public synchronized void rotate(SigningKey next, Origin origin) throws IOException {
        if (next.id().equals(signer.id())) {
            throw new IllegalArgumentException("the ledger is signed with key " + next.id() + " already");
        }
        if (next.id().equals(state.nextKey())) {
            disk.head(HeadStatement.seal(state.head(identity), next));
            return;
        }
        Observation handover = new Observation(
                KEY_ROTATION,
                clock.instant(),
                origin,
                Tags.NONE,
                List.of(),
                new Fact.Pipeline(Map.of(KEY_ROTATION, next.id())));
        append(handover, next.id(), next);
    }

    /** Whose ledger it is. */
    public synchronized LedgerIdentity identity() {
        return identity;
    }

    /**
     * Records that the job or its recorder is called otherwise from now on.
     *
     * @param next what they are called now
     * @throws IOException when it could not be written; then nothing was recorded
     */
    public synchronized void move(LedgerIdentity next) throws IOException {
        LedgerIdentity before = identity;
        Origin origin = new Origin(next.controller(), next.job(), JOB_MOVED, null, null, null, null);
        Fact fact = new JobMove(before, next).fact();
        boolean recorded = false;
        identity = next;
        try {
            append(new Observation(JOB_MOVED, clock.instant(), origin, Tags.NONE, List.of(), fact));
            recorded = true;
        } finally {
            if (!recorded) {
                identity = before;
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            disk.close();
        }
    }

    private Evidence append(Observation observation, @CheckForNull String nextKey, SigningKey headSigner)
            throws IOException {
        checkWritable();
        List<KeptFile> kept = KeptFiles.of(observation, nextSequence(), files);
        checkIdentity(observation);
        LedgerLayout.requireName(observation.name());
        ChainLink link = link(kept, nextKey);
        byte[] payload = StatementWriter.write(link, observation);
        byte[] envelope = Envelope.seal(payload, signer).toByteArray();
        if (envelope.length > limits.envelopeBytes()) {
            throw new LimitExceededException("envelopeBytes", limits.envelopeBytes());
        }
        String digest = Sha256.hex(envelope);
        LedgerState after = LedgerState.after(link, digest, state.length() + envelope.length + 1);
        write(envelope, HeadStatement.seal(after.head(identity), headSigner));
        state = after;
        return EvidenceCollector.evidence(link, observation, digest);
    }

    private String numbered(String name) {
        if (!KeptFile.isName(name)) {
            throw new IllegalArgumentException("\"" + name + "\" is not a name for a kept file");
        }
        return LedgerLayout.numbered(nextSequence(), name);
    }

    private ChainLink link(List<KeptFile> kept, @CheckForNull String nextKey) {
        Instant now = RecordedTime.truncated(clock.instant());
        Instant before = state.recordedAt();
        // The clock is recorded as it is. That it went back is said, so that nobody need take it for a forgery.
        Duration back = before != null && now.isBefore(before) ? Duration.between(now, before) : null;
        return new ChainLink(state.ledger(), nextSequence(), state.digest(), now, back, nextKey, kept);
    }

    private void write(byte[] envelope, byte[] head) throws IOException {
        byte[] line = Arrays.copyOf(envelope, envelope.length + 1);
        line[envelope.length] = '\n';
        try {
            disk.append(line);
            disk.head(head);
        } catch (IOException e) {
            IOException failure = new IOException(
                    "nothing was recorded in " + folder + ": " + (e.getMessage() == null ? e : e.getMessage()), e);
            try {
                disk.truncate(state.length());
            } catch (IOException undone) {
                lost = true;
                failure.addSuppressed(undone);
            }
            throw failure;
        }
    }

    private void checkWritable() throws IOException {
        if (lost) {
            throw new UnusableLedgerException(folder, "an earlier append could not be undone; open it anew");
        }
        if (state.sequence() >= limits.ledgerEntries()) {
            throw new LimitExceededException("ledgerEntries", limits.ledgerEntries());
        }
        String nextKey = state.nextKey();
        if (nextKey != null && !nextKey.equals(signer.id())) {
            throw new UnusableLedgerException(
                    folder, "it was handed over to key " + nextKey + "; open it with that one");
        }
    }

    private void checkIdentity(Observation observation) {
        LedgerIdentity other = observation.origin().identity();
        if (!other.equals(identity)) {
            throw new IllegalArgumentException(
                    "evidence of " + other + " does not belong into the ledger of " + identity);
        }
    }
}
