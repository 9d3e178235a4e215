package io.jenkins.plugins.compliance.engine.io.file;

import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.Documents;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip archive, read entry by entry and never unpacked. */
final class ArchiveTree implements FileTree {
    private final ZipFile zip;
    private final String label;
    private final Limits limits;
    private final String root;
    private final SortedSet<String> paths = new TreeSet<>();
    private long unpacked;

    private ArchiveTree(ZipFile zip, String label, Limits limits) throws IOException {
        this.zip = zip;
        this.label = label;
        this.limits = limits;
        List<String> names = names();
        root = commonFolder(names);
        for (String name : names) {
            String path = name.substring(root.length());
            if (!TreePath.hidden(path)) {
                paths.add(path);
            }
        }
    }

    static ArchiveTree open(Path file, String label, Limits limits) throws IOException {
        ZipFile zip = ArchiveInput.open(file, Position.of(label));
        try {
            return new ArchiveTree(zip, label, limits);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private List<String> names() throws IOException {
        if (zip.size() > limits.archiveEntries()) {
            throw new LimitExceededException("archiveEntries", limits.archiveEntries(), Position.of(label));
        }
        SortedSet<String> names = new TreeSet<>();
        for (ZipEntry entry : ArchiveInput.directory(zip, Position.of(label))) {
            String name = entry.getName();
            String bare = entry.isDirectory() ? name.substring(0, name.length() - 1) : name;
            String objection = TreePath.objection(bare);
            if (objection == null && !names.add(name)) {
                objection = "it stands twice in the archive";
            }
            if (objection != null) {
                throw new MalformedInputException(
                        Position.of(label), "found an entry that is not taken from an archive: " + objection);
            }
        }
        names.removeIf(name -> name.endsWith("/"));
        return new ArrayList<>(names);
    }

    private static String commonFolder(List<String> names) {
        if (names.isEmpty() || names.get(0).indexOf('/') < 0) {
            return "";
        }
        String folder = names.get(0).substring(0, names.get(0).indexOf('/') + 1);
        return names.stream().allMatch(name -> name.startsWith(folder)) ? folder : "";
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public SortedSet<String> paths() {
        return Collections.unmodifiableSortedSet(paths);
    }

    @Override
    public List<Refusal> refused() {
        return List.of();
    }

    @Override
    public byte[] read(String path) throws IOException {
        ZipEntry entry = paths.contains(path) ? zip.getEntry(root + path) : null;
        if (entry == null) {
            throw new NoSuchFileException(path);
        }
        Position at = position(path);
        // What the directory of the archive says of sizes may be a lie; the bytes that come out are counted.
        long most = Math.max(1, entry.getCompressedSize()) * limits.archiveRatio();
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = Documents.bytes(in, at.file(), limits);
            if (bytes.length > most) {
                throw new LimitExceededException("archiveRatio", limits.archiveRatio(), at);
            }
            unpacked += bytes.length;
            if (unpacked > limits.archiveBytes()) {
                throw new LimitExceededException("archiveBytes", limits.archiveBytes(), at);
            }
            return bytes;
        } catch (ZipException | EOFException e) {
            throw new MalformedInputException(at, "damaged in the archive: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
