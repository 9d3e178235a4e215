package io.jenkins.plugins.compliance.record;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import hudson.model.TaskListener;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.FollowedLedger;
import io.jenkins.plugins.compliance.engine.evidence.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.Ledger;
import io.jenkins.plugins.compliance.engine.evidence.LedgerHead;
import io.jenkins.plugins.compliance.engine.evidence.LedgerIdentity;
import io.jenkins.plugins.compliance.engine.evidence.LedgerLayout;
import io.jenkins.plugins.compliance.engine.evidence.LedgerReader;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.SigningKey;
import io.jenkins.plugins.compliance.engine.evidence.Verification;
import io.jenkins.plugins.compliance.engine.evidence.VerifyOptions;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The ledger of a job. It is kept beside the builds of the job and outlives them; it goes where the job goes when that is renamed or
 * moved, or when its controller gets another address, and says so in a signed entry of its own. A copy of a job has none and
 * begins one. A copy of a ledger is found out as long as the job is there that it was copied from.
 */
public final class JobLedger {
    /** Several builds of a job may record at the same moment. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String LEDGER = "ledger";

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
     * Opens it for recording, or begins it. What lies in its place and is a copy of another job's ledger is put aside.
     *
     * @param key signs; where another key signed the last entry, that one hands over to it
     * @param listener is told what an interrupted recording had left
     */
    public Ledger open(SigningKey key, TaskListener listener) throws IOException {
        Optional<String> copied = ForeignLedger.of(job);
        if (copied.isPresent()) {
            Path aside = ForeignLedger.putAside(folder());
            listener.getLogger().println(Messages.JobLedger_putAside(copied.get(), aside.getFileName()));
        }
        handOver(key, listener);
        Ledger ledger = open(key);
        ledger.recovered().forEach(listener.getLogger()::println);
        return ledger;
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
        String signer =
                begun() ? LedgerReader.claimedSigner(folder(), Limits.DEFAULTS).orElse(null) : null;
        if (signer == null || signer.equals(key.id())) {
            return false;
        }
        handOver(key, TaskListener.NULL);
        return true;
    }

    private void handOver(SigningKey key, TaskListener listener) throws IOException {
        String signer =
                begun() ? LedgerReader.claimedSigner(folder(), Limits.DEFAULTS).orElse(null) : null;
        if (signer == null || signer.equals(key.id())) {
            return;
        }
        Optional<SigningKey> former = FormerKeys.find(signer);
        if (former.isPresent()) {
            Origin origin = BuildOrigin.ofLedger(identity(), Ledger.KEY_ROTATION);
            try (Ledger ledger = open(former.get())) {
                ledger.rotate(key, origin);
            }
            listener.getLogger().println(Messages.JobLedger_handedOver(signer, key.id()));
        }
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
        Path folder = folder();
        Files.createDirectories(folder);
        VerifyOptions options = everySignature ? VerifyOptions.DEFAULTS.withEverySignature() : VerifyOptions.DEFAULTS;
        Verification verification = LedgerReader.verify(folder, trusted, options, Limits.DEFAULTS);
        Optional<String> copied = ForeignLedger.of(job);
        return copied.isPresent() ? ForeignLedger.broken(verification, copied.get()) : verification;
    }

    /** The head as it stands in the file, unverified; null when there is none. */
    @CheckForNull
    LedgerHead claimedHead() throws IOException {
        return begun() ? LedgerReader.claimedHead(folder(), Limits.DEFAULTS).orElse(null) : null;
    }
}
