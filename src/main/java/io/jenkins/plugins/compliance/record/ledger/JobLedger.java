package io.jenkins.plugins.compliance.record.ledger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import hudson.model.TaskListener;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.LedgerIdentity;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.Observation;
import io.jenkins.plugins.compliance.engine.evidence.form.LedgerHead;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import io.jenkins.plugins.compliance.engine.evidence.ledger.FollowedLedger;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Ledger;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerLayout;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerReader;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verification;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyOptions;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import io.jenkins.plugins.compliance.record.log.BuildLog;
import io.jenkins.plugins.compliance.record.origin.BuildOrigin;
import io.jenkins.plugins.compliance.record.origin.ControllerName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The ledger of a job. It is kept beside the builds of the job and outlives them; it goes where the job goes when that is renamed or
 * moved, or when its controller gets another address, and says so in a signed entry of its own. A copy of a job has none and
 * begins one. A copy of a ledger is found out as long as the job is there that it was copied from.
 */
@Restricted(NoExternalUse.class)
public final class JobLedger {
    /** Several builds of a job may record at the same moment. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String LEDGER = "ledger";
    private static final String LEDGER_BEFORE = "ledger-before";

    private final Job<?, ?> job;

    private JobLedger(Job<?, ?> job) {
        this.job = job;
    }

    /** The ledger of a job, whether it was begun or not. */
    public static JobLedger of(Job<?, ?> job) {
        return new JobLedger(job);
    }

    /** Whose ledger it is, by the name that the job has now. */
    public LedgerIdentity identity() {
        return new LedgerIdentity(ControllerName.get(), job.getFullName());
    }

    /** The evidence folder, where the job is now; it exists when something was recorded. */
    public Path folder() {
        return JobFolder.of(job).resolve(LEDGER);
    }

    /** The folder of the files that are kept with the ledger. */
    public Path files() {
        return folder().resolve(LedgerLayout.FILES);
    }

    /** Whether anything was ever recorded. */
    public boolean begun() {
        Path folder = folder();
        return Files.exists(folder.resolve(LedgerLayout.LEDGER)) || Files.exists(folder.resolve(LedgerLayout.HEAD));
    }

    /**
     * Opens it for recording, or begins it. What lies in its place and is a copy of another job's ledger is put aside; so is what was
     * signed with a key whose time is over.
     *
     * @param key signs; where another key signed the last entry, that one hands over to it
     * @param listener is told what an interrupted recording had left
     */
    public Ledger open(SigningKey key, TaskListener listener) throws IOException {
        Optional<String> copied = ForeignLedger.of(job);
        if (copied.isPresent()) {
            Path aside = ForeignLedger.putAside(folder());
            BuildLog.of(listener).line(Messages.JobLedger_putAside(copied.get(), aside.getFileName()));
        }
        handOver(key, listener);
        Optional<Fact.Pipeline> before = putAsideWhatNobodyHandsOver(key, listener);
        Ledger ledger = open(key);
        ledger.recovered().forEach(BuildLog.of(listener)::line);
        if (before.isPresent()) {
            ledger.append(new Observation(
                    LEDGER_BEFORE,
                    ControllerClock.now(),
                    BuildOrigin.ofLedger(identity(), LEDGER_BEFORE),
                    Tags.NONE,
                    List.of(),
                    before.get()));
        }
        return ledger;
    }

    /**
     * A ledger whose key is over stays as it is, and another one is begun. What it says of the former one is recorded in it.
     *
     * @return what is to be said; empty when it goes on with the ledger that is there
     */
    private Optional<Fact.Pipeline> putAsideWhatNobodyHandsOver(SigningKey key, TaskListener listener)
            throws IOException {
        LedgerHead head;
        String signer;
        Path aside;
        // Of two builds that record at the same moment, the second one finds the ledger that the first one has begun.
        synchronized (ForeignLedger.lock(folder())) {
            head = claimedHead();
            signer = head == null
                    ? null
                    : LedgerReader.claimedSigner(folder(), Limits.DEFAULTS).orElse(null);
            if (head == null || signer == null || signer.equals(key.id()) || FormerKeys.isAwaited(signer)) {
                return Optional.empty();
            }
            aside = ForeignLedger.putAside(folder());
        }
        BuildLog.of(listener).line(Messages.JobLedger_keyOver(signer, aside.getFileName()));
        return Optional.of(new Fact.Pipeline(Map.of(
                LEDGER_BEFORE + ".id", head.ledger(),
                LEDGER_BEFORE + ".last", String.valueOf(head.last()),
                LEDGER_BEFORE + ".digest", head.digest(),
                LEDGER_BEFORE + ".key", signer)));
    }

    private Ledger open(SigningKey key) throws IOException {
        if (!job.getRootDir().isDirectory()) {
            throw new IOException(Messages.JobLedger_gone(job.getFullName()));
        }
        return Ledger.openMoved(
                folder(), identity(), head -> true, key, ControllerClock.source(), Limits.DEFAULTS, PATIENCE);
    }

    /**
     * Hands it over to the key that signs now, if another one signed last.
     *
     * @return whether it was handed over
     */
    public boolean handOver(SigningKey key) throws IOException {
        return handOver(key, TaskListener.NULL);
    }

    private boolean handOver(SigningKey key, TaskListener listener) throws IOException {
        String signer =
                begun() ? LedgerReader.claimedSigner(folder(), Limits.DEFAULTS).orElse(null) : null;
        Optional<SigningKey> former =
                signer == null || signer.equals(key.id()) ? Optional.empty() : FormerKeys.find(signer);
        if (former.isEmpty()) {
            return false;
        }
        try (Ledger ledger = open(former.get())) {
            ledger.rotate(key, BuildOrigin.ofLedger(identity(), Ledger.KEY_ROTATION));
        }
        BuildLog.of(listener).line(Messages.JobLedger_handedOver(signer, key.id()));
        return true;
    }

    /** All its evidence, verified; empty when nothing was ever recorded. */
    public List<Evidence> evidence(KeySet trusted) throws IOException {
        return read(trusted).map(Verification::evidence).orElse(List.of());
    }

    /**
     * The ledger, verified: what was verified once is known, and only what was appended since is looked at.
     *
     * @return empty when nothing was ever recorded
     */
    public Optional<Verification> read(KeySet trusted) throws IOException {
        if (!begun()) {
            return Optional.empty();
        }
        FollowedLedger followed = FollowedLedgers.get(folder());
        Verification verification = followed.read(trusted);
        Optional<String> copied = ForeignLedger.of(job);
        return Optional.of(copied.isPresent() ? ForeignLedger.broken(verification, copied.get()) : verification);
    }

    /**
     * Verifies every entry and every file anew, and reads nothing.
     *
     * @param everySignature whether the signature of each entry is checked, beyond what the chain needs
     */
    public Verification verify(KeySet trusted, boolean everySignature) throws IOException {
        VerifyOptions options = everySignature ? VerifyOptions.DEFAULTS.withEverySignature() : VerifyOptions.DEFAULTS;
        if (!Files.isDirectory(folder())) {
            return ofNothing(trusted, options);
        }
        Verification verification = LedgerReader.verify(folder(), trusted, options, Limits.DEFAULTS);
        Optional<String> copied = ForeignLedger.of(job);
        return copied.isPresent() ? ForeignLedger.broken(verification, copied.get()) : verification;
    }

    /** What is to be said of a ledger that was never begun. Its folder is not made for that: the home may be read-only. */
    private static Verification ofNothing(KeySet trusted, VerifyOptions options) throws IOException {
        Path empty = Files.createTempDirectory("compliance-ledger");
        try {
            return LedgerReader.verify(empty, trusted, options, Limits.DEFAULTS);
        } finally {
            Files.delete(empty);
        }
    }

    /** The head as it stands in the file, unverified; null when there is none. */
    @CheckForNull
    LedgerHead claimedHead() throws IOException {
        return begun() ? LedgerReader.claimedHead(folder(), Limits.DEFAULTS).orElse(null) : null;
    }
}
