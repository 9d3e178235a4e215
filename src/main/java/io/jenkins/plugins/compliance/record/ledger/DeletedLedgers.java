package io.jenkins.plugins.compliance.record.ledger;

import hudson.Extension;
import hudson.Util;
import hudson.model.Failure;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.compliance.engine.evidence.form.LedgerHead;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerLayout;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Keeps the ledger of a job that is deleted: in {@code compliance/deleted} of the Jenkins home, under the day and the id of the ledger.
 * A job that gets the name later begins a ledger of its own.
 */
@Extension
@Restricted(NoExternalUse.class)
public final class DeletedLedgers extends ItemListener {
    private static final Logger LOGGER = Logger.getLogger(DeletedLedgers.class.getName());
    private static final String UNKNOWN = "unknown";

    /** The files of a job are gone when its deletion is told, so this is the moment; if it is not deleted after all, this is a copy. */
    @Override
    public void onCheckDelete(Item item) throws Failure {
        if (item instanceof Job<?, ?> job) {
            try {
                keep(job);
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, e, () -> "the ledger of " + job.getFullName() + " can't be kept");
                throw new Failure(Messages.DeletedLedgers_notKept(job.getFullName(), String.valueOf(e.getMessage())));
            }
        }
    }

    /** Where ledgers of deleted jobs are. */
    public static Path folder() {
        return Jenkins.get().getRootDir().toPath().resolve("compliance").resolve("deleted");
    }

    /**
     * Removes the files that lie with ledgers of jobs that were deleted before a day. Entries stay.
     *
     * @return how many ledgers had files
     */
    public static int prune(LocalDate before) throws IOException {
        if (!Files.isDirectory(folder())) {
            return 0;
        }
        int pruned = 0;
        try (Stream<Path> days = Files.list(folder())) {
            for (Path day : days.toList()) {
                if (isBefore(day, before)) {
                    pruned += prune(day);
                }
            }
        }
        return pruned;
    }

    private static int prune(Path day) throws IOException {
        int pruned = 0;
        try (Stream<Path> ledgers = Files.list(day)) {
            for (Path ledger : ledgers.toList()) {
                Path files = ledger.resolve(LedgerLayout.FILES);
                if (Files.isDirectory(files)) {
                    Util.deleteRecursive(files.toFile());
                    pruned++;
                }
            }
        }
        return pruned;
    }

    private static boolean isBefore(Path day, LocalDate before) {
        try {
            return LocalDate.parse(String.valueOf(day.getFileName())).isBefore(before);
        } catch (DateTimeException e) {
            // Not one of ours.
            return false;
        }
    }

    private static void keep(Job<?, ?> job) throws IOException {
        JobLedger ledger = JobLedger.of(job);
        if (!ledger.begun()) {
            return;
        }
        LedgerHead head = ledger.claimedHead();
        String id = head == null || !head.ledger().matches("[0-9a-f]{32}") ? UNKNOWN : head.ledger();
        Path day = folder().resolve(ControllerClock.now()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .toString());
        Path place = day.resolve(id);
        for (int number = 2; id.equals(UNKNOWN) && Files.exists(place); number++) {
            place = day.resolve(id + "-" + number);
        }
        copy(ledger.folder(), place);
    }

    /** What is the same file needs no room twice; where that can't be, it is copied. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    Path kept = to.resolve(from.relativize(file).toString());
                    Files.deleteIfExists(kept);
                    try {
                        Files.createLink(kept, file);
                    } catch (UnsupportedOperationException | IOException e) {
                        Files.copy(file, kept);
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
