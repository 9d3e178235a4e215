package io.jenkins.plugins.compliance.record;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import io.jenkins.plugins.compliance.engine.io.AtomicFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ref.SoftReference;
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

/**
 * What the newest builds of a job came to, in a file of the job's own: no build is loaded to read it, and it outlives builds. It
 * is a convenience and no evidence; the ledger is.
 */
public final class JobIndex {
    /** How many builds it remembers. */
    public static final int CAPACITY = 2_000;

    private static final Logger LOGGER = Logger.getLogger(JobIndex.class.getName());
    private static final Map<Job<?, ?>, JobIndex> OPEN = Collections.synchronizedMap(new WeakHashMap<>());

    private final Path folder;
    private final Path file;
    private String stamp = "";
    private int lines;

    @CheckForNull
    private IndexEntry newest;

    /** Softly: an overview of many jobs needs only the newest build of each. */
    private SoftReference<List<IndexEntry>> entries = new SoftReference<>(List.of());

    private JobIndex(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("index.jsonl");
    }

    /** The index of a job. */
    public static JobIndex of(Job<?, ?> job) {
        Path folder = JobFolder.of(job);
        return OPEN.compute(
                job, (key, open) -> open != null && open.folder.equals(folder) ? open : new JobIndex(folder));
    }

    /** What it remembers, the newest build first; at most {@link #CAPACITY}. */
    public synchronized List<IndexEntry> entries() {
        String now = stamp(file);
        List<IndexEntry> known = entries.get();
        return known != null && now.equals(stamp) ? known : read(now);
    }

    /** The newest build that was judged. */
    public synchronized Optional<IndexEntry> newest() {
        if (!stamp(file).equals(stamp)) {
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

    /** Remembers a build, in the place of what was remembered of it. */
    synchronized void put(IndexEntry entry) throws IOException {
        Map<Integer, IndexEntry> all = new TreeMap<>();
        entries().forEach(each -> all.put(each.build(), each));
        all.put(entry.build(), entry);
        List<IndexEntry> kept = newestFirst(all);
        Files.createDirectories(folder);
        if (lines >= 2 * CAPACITY) {
            AtomicFile.write(file, out -> {
                for (int i = kept.size() - 1; i >= 0; i--) {
                    out.write(IndexLine.write(kept.get(i)));
                }
            });
            remember(kept, kept.size());
        } else {
            Files.write(file, IndexLine.write(entry), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            remember(kept, lines + 1);
        }
    }

    private List<IndexEntry> read(String now) {
        Map<Integer, IndexEntry> found = new TreeMap<>();
        int count = 0;
        if (!now.isEmpty()) {
            try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    count++;
                    IndexLine.read(line).ifPresent(entry -> found.put(entry.build(), entry));
                }
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, e, () -> "the index " + file + " can't be read");
            }
        }
        List<IndexEntry> read = newestFirst(found);
        remember(read, count);
        stamp = now;
        return read;
    }

    private void remember(List<IndexEntry> all, int count) {
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
