package io.jenkins.plugins.compliance.record.ledger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Bundle;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Predicate;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * One archive to take away: the whole chain of a job, so that nothing can be left out unseen, with the files of one build or of a
 * span of time. {@code compliance verify} takes it as it is.
 */
@Restricted(NoExternalUse.class)
public final class EvidenceDownload {
    private final JobLedger ledger;
    private final KeySet keys;
    private final String name;
    private final Predicate<Evidence> chosen;

    private EvidenceDownload(Job<?, ?> job, KeySet keys, String name, Predicate<Evidence> chosen) {
        this.ledger = JobLedger.of(job);
        this.keys = keys;
        this.name = name;
        this.chosen = chosen;
    }

    /** The evidence of a build. */
    public static EvidenceDownload of(Run<?, ?> run, KeySet keys) {
        String number = String.valueOf(run.getNumber());
        return new EvidenceDownload(
                run.getParent(),
                keys,
                run.getParent().getName() + "-" + number,
                entry -> entry.origin().build().equals(number));
    }

    /**
     * The evidence of a job that was recorded in a span of time.
     *
     * @param from first moment; null for no bound
     * @param to first moment after it; null for no bound
     */
    public static EvidenceDownload of(
            Job<?, ?> job, @CheckForNull Instant from, @CheckForNull Instant to, KeySet keys) {
        return new EvidenceDownload(
                job,
                keys,
                job.getName(),
                entry -> (from == null || !entry.recordedAt().isBefore(from))
                        && (to == null || entry.recordedAt().isBefore(to)));
    }

    /** Name for the file, of letters, digits, {@code .}, {@code _} and {@code -} alone. */
    public String fileName() {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return "compliance-" + (plain.length() > 100 ? plain.substring(0, 100) : plain) + ".zip";
    }

    /**
     * Writes the archive. What it comes to is known before the first byte is written, so that nobody takes half of one for a
     * whole.
     *
     * @throws FileNotFoundException when the job never recorded anything
     */
    public Bundle.Contents write(OutputStream out) throws IOException {
        if (!ledger.begun()) {
            throw new FileNotFoundException(Messages.EvidenceDownload_nothing());
        }
        Path folder = Files.createTempDirectory("compliance-download");
        try {
            Path file = folder.resolve("bundle.zip");
            Bundle.Contents contents = Bundle.write(ledger.folder(), chosen, keys, file, Limits.DEFAULTS);
            Files.copy(file, out);
            return contents;
        } finally {
            Util.deleteRecursive(folder.toFile());
        }
    }
}
