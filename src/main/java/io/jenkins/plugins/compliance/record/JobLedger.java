package io.jenkins.plugins.compliance.record;

import hudson.model.Job;
import hudson.model.TaskListener;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.Ledger;
import io.jenkins.plugins.compliance.engine.evidence.LedgerIdentity;
import io.jenkins.plugins.compliance.engine.evidence.LedgerLayout;
import io.jenkins.plugins.compliance.engine.evidence.LedgerReader;
import io.jenkins.plugins.compliance.engine.evidence.SigningKey;
import io.jenkins.plugins.compliance.engine.evidence.Verification;
import io.jenkins.plugins.compliance.engine.evidence.VerifyOptions;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.model.JenkinsLocationConfiguration;

/**
 * The ledger of a job. It is kept beside the builds of the job, so that it outlives them. A ledger belongs to one job of one
 * controller for ever: a job that is renamed or moved begins another one, and the earlier one stays where it is.
 */
public final class JobLedger {
    /** Several builds of a job may record at the same moment. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int NAME_BYTES = 8;

    private final LedgerIdentity identity;
    private final Path folder;

    private JobLedger(LedgerIdentity identity, Path folder) {
        this.identity = identity;
        this.folder = folder;
    }

    /** The ledger of a job, whether it was begun or not. */
    public static JobLedger of(Job<?, ?> job) {
        LedgerIdentity identity = new LedgerIdentity(controller(), job.getFullName());
        return new JobLedger(identity, JobFolder.of(job).resolve(name(identity)));
    }

    /** Whose ledger it is. */
    public LedgerIdentity identity() {
        return identity;
    }

    /** The evidence folder; it exists when something was recorded. */
    public Path folder() {
        return folder;
    }

    /** The folder of the files that are kept with the ledger. */
    public Path files() {
        return folder.resolve(LedgerLayout.FILES);
    }

    /**
     * Opens it for recording, or begins it.
     *
     * @param listener is told what an interrupted recording had left
     */
    public Ledger open(SigningKey key, TaskListener listener) throws IOException {
        Ledger ledger = Ledger.open(folder, identity, key, InstantSource.system(), Limits.DEFAULTS, PATIENCE);
        ledger.recovered().forEach(listener.getLogger()::println);
        return ledger;
    }

    /** All its evidence, verified; empty when nothing was ever recorded. */
    public List<Evidence> evidence(KeySet trusted) throws IOException {
        return begun()
                ? LedgerReader.read(folder, trusted, options(), Limits.DEFAULTS).evidence()
                : List.of();
    }

    /**
     * Verifies every entry and every file anew, and reads nothing.
     *
     * @param everySignature whether the signature of each entry is checked, beyond what the chain needs
     */
    public Verification verify(KeySet keys, boolean everySignature) throws IOException {
        Files.createDirectories(folder);
        VerifyOptions options = options();
        return LedgerReader.verify(
                folder, keys, everySignature ? options.withEverySignature() : options, Limits.DEFAULTS);
    }

    /** Whether anything was ever recorded. */
    public boolean begun() {
        return Files.exists(folder.resolve(LedgerLayout.LEDGER)) || Files.exists(folder.resolve(LedgerLayout.HEAD));
    }

    private VerifyOptions options() {
        return VerifyOptions.DEFAULTS.withJob(identity.job());
    }

    /** The configured URL, not that of a request; a controller without one is named by the id that it made for itself. */
    private static String controller() {
        String url = JenkinsLocationConfiguration.get().getUrl();
        return url == null ? "jenkins:" + Jenkins.get().getLegacyInstanceId() : url;
    }

    private static String name(LedgerIdentity identity) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((identity.controller() + '\n' + identity.job()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
