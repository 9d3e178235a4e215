package io.jenkins.plugins.compliance.record.index;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import io.jenkins.plugins.compliance.engine.io.file.AtomicFile;
import io.jenkins.plugins.compliance.record.ledger.JobFolder;
import io.jenkins.plugins.compliance.record.unwritten.UnwrittenRecords;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * What the newest builds of a job came to, in a file of the job's own: no build is loaded to read it, and it outlives builds. It
 * is a convenience and no evidence; the ledger is.
 */
@Restricted(NoExternalUse.class)
public final class JobIndex {
    /** How many builds it remembers. */
    public static final int CAPACITY = 2_000;

    private static final Logger LOGGER = Logger.getLogger(JobIndex.class.getName());
    private static final Map<Job<?, ?>, JobIndex> OPEN = Collections.synchronizedMap(new WeakHashMap<>());

    private final WeakReference<Job<?, ?>> job;
    private final Path folder;
    private final Path file;

    /** Whether somebody was asked to make it again. */
    private boolean asked;

    /** Whether a build could not be written into it. */
    private boolean lacking;

    private boolean looked;
    private String stamp = "";
    private int lines;

    @CheckForNull
    private IndexEntry newest;

    /** Softly: an overview of many jobs needs only the newest build of each. */
    private SoftReference<List<IndexEntry>> entries = new SoftReference<>(List.of());

    private JobIndex(Job<?, ?> job, Path folder) {
        this.job = new WeakReference<>(job);
        this.folder = folder;
        this.file = folder.resolve("index.jsonl");
    }

    /** The index of a job. */
    public static JobIndex of(Job<?, ?> job) {
        Path folder = JobFolder.of(job);
        return OPEN.compute(
                job, (key, open) -> open != null && open.folder.equals(folder) ? open : new JobIndex(job, folder));
    }

    /** What it remembers, the newest build first; at most {@link #CAPACITY}. */
    public synchronized List<IndexEntry> entries() {
        String now = stamp(file);
        List<IndexEntry> known = entries.get();
        return known != null && now.equals(stamp) && looked ? known : read(now);
    }

    /** The newest build that was judged. */
    public synchronized Optional<IndexEntry> newest() {
        if (!looked || !stamp(file).equals(stamp)) {
            entries();
        }
        return Optional.ofNullable(newest);
    }

    /** One build. */
    public Optional<IndexEntry> build(int number) {
        return entries().stream().filter(each -> each.build() == number).findFirst();
    }

    /** The newest build that was judged by a moment. */
    public Optional<IndexEntry> asOf(Instant moment) {
        return entries().stream().filter(each -> !each.at().isAfter(moment)).findFirst();
    }

    /**
     * Remembers a build, in the place of what was remembered of it. What can't be written now, because the disk is full for instance,
     * is found again once something can be.
     */
    public synchronized void put(IndexEntry entry) {
        Job<?, ?> whose = job.get();
        try {
            if (whose == null) {
                write(entry);
            } else {
                UnwrittenRecords.watchIndex(whose, entry.build(), () -> write(entry));
            }
        } catch (IOException e) {
            lacking = true;
            LOGGER.log(Level.WARNING, e, () -> "build " + entry.build() + " can't be put into the index " + file);
            return;
        }
        if (lacking) {
            lacking = false;
            asked = false;
            ask();
        }
    }

    private boolean write(IndexEntry entry) throws IOException {
        Map<Integer, IndexEntry> all = new TreeMap<>();
        entries().forEach(each -> all.put(each.build(), each));
        all.put(entry.build(), entry);
        List<IndexEntry> kept = newestFirst(all);
        Files.createDirectories(folder);
        if (Files.exists(file)) {
            asked = false;
        }
        if (lines >= 2 * CAPACITY) {
            writeAll(kept);
        } else {
            endLastLine();
            Files.write(file, IndexLine.write(entry), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            remember(kept, lines + 1);
        }
        return true;
    }

    /**
     * Puts what was found elsewhere into it.
     *
     * @param certain builds of which this holds, whatever it remembers
     * @param found builds of which this holds if it remembers nothing
     * @return how many builds it remembers that it did not before
     */
    public synchronized int restore(List<IndexEntry> certain, List<IndexEntry> found) throws IOException {
        Map<Integer, IndexEntry> all = new TreeMap<>();
        found.forEach(each -> all.put(each.build(), each));
        List<IndexEntry> before = entries();
        before.forEach(each -> all.put(each.build(), each));
        certain.forEach(each -> all.put(each.build(), each));
        List<IndexEntry> kept = newestFirst(all);
        if (!kept.isEmpty()) {
            Files.createDirectories(folder);
            writeAll(kept);
            asked = false;
        }
        return Math.max(0, kept.size() - before.size());
    }

    private void writeAll(List<IndexEntry> kept) throws IOException {
        AtomicFile.write(file, out -> {
            for (int i = kept.size() - 1; i >= 0; i--) {
                out.write(IndexLine.write(kept.get(i)));
            }
        });
        remember(kept, kept.size());
    }

    /** What was cut short while it was written does not spoil the next line. */
    private void endLastLine() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (SeekableByteChannel channel =
                Files.newByteChannel(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            if (channel.size() > 0 && channel.position(channel.size() - 1).read(last) == 1 && last.get(0) != '\n') {
                channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
            }
        }
    }

    /** Asks once to have it made again: whoever reads it does not wait for that. */
    private void ask() {
        Job<?, ?> whose = job.get();
        if (!asked && whose != null) {
            asked = true;
            IndexRepair.ask(whose);
        }
    }

    private List<IndexEntry> read(String now) {
        Map<Integer, IndexEntry> found = new TreeMap<>();
        int count = 0;
        boolean damaged = now.isEmpty() && Files.isDirectory(folder);
        if (!now.isEmpty()) {
            try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    count++;
                    Optional<IndexEntry> entry = IndexLine.read(line);
                    entry.ifPresent(each -> found.put(each.build(), each));
                    damaged |= entry.isEmpty();
                }
            } catch (IOException e) {
                damaged = true;
                LOGGER.log(Level.WARNING, e, () -> "the index " + file + " can't be read");
            }
        }
        List<IndexEntry> read = newestFirst(found);
        remember(read, count);
        stamp = now;
        looked = true;
        if (damaged) {
            ask();
        }
        return read;
    }

    private void remember(List<IndexEntry> all, int count) {
        looked = true;
        entries = new SoftReference<>(all);
        newest = all.isEmpty() ? null : all.get(0);
        lines = count;
        stamp = stamp(file);
    }

    private static List<IndexEntry> newestFirst(Map<Integer, IndexEntry> byBuild) {
        List<IndexEntry> sorted = new ArrayList<>(byBuild.values());
        sorted.sort(Comparator.comparingInt(IndexEntry::build).reversed());
        return List.copyOf(sorted.subList(0, Math.min(CAPACITY, sorted.size())));
    }

    /** What changes when the file does; empty when there is none. */
    private static String stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.size() + "@" + attributes.lastModifiedTime() + "@" + attributes.fileKey();
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "the index " + file + " can't be looked at");
            return "";
        }
    }
}
