package io.jenkins.plugins.compliance.engine.io.file;

import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import io.jenkins.plugins.compliance.engine.io.Position;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;

/**
 * The files of a directory, an archive or the class path by their relative paths with forward slashes. Nothing outside of it can
 * be reached through it: what a link or an archive's entry would reach is refused by name.
 */
public sealed interface FileTree extends Closeable permits DirectoryTree, ArchiveTree, ResourceTree {

    /**
     * A file of the tree that is not read.
     *
     * @param path its path
     * @param reason why
     */
    record Refusal(String path, String reason) {}

    /** Its name for people; the beginning of {@link #position}. */
    String label();

    /** The paths of its files, ascending. */
    SortedSet<String> paths();

    /** The files that are not read, in the order of their paths. */
    List<Refusal> refused();

    /**
     * The content of a file.
     *
     * @throws java.nio.file.NoSuchFileException when the tree has no such file
     * @throws LimitExceededException when it is over {@code policyBytes}, {@code archiveBytes} or {@code archiveRatio}
     */
    byte[] read(String path) throws IOException;

    /** The whole of a file, as people know it. */
    default Position position(String path) {
        return Position.of(label().isEmpty() ? path : label() + "/" + path);
    }

    /** The regular files below a directory. Files and folders whose names begin with a dot are left out. */
    static FileTree directory(Path root, String label, Limits limits) throws IOException {
        return DirectoryTree.open(root, label, limits);
    }

    /** One file as a tree of its own. */
    static FileTree file(Path file, String label, Limits limits) throws IOException {
        return DirectoryTree.single(file, label, limits);
    }

    /**
     * The files of a zip archive. Where all of them are in one folder, as the archives of source code hosts have it, that
     * folder is the root.
     *
     * @throws MalformedInputException when it is no zip archive, or an entry's name leads out of it or stands twice
     */
    static FileTree archive(Path file, String label, Limits limits) throws IOException {
        return ArchiveTree.open(file, label, limits);
    }

    /**
     * Files of the class path that an index file names, one path a line.
     *
     * @param anchor a class of the module that has them
     * @param folder absolute resource path of their folder, ending in a slash
     */
    static FileTree resources(Class<?> anchor, String folder, String label, Limits limits) throws IOException {
        return ResourceTree.open(anchor, folder, label, limits);
    }

    /** Whether a file is a zip archive, by its first bytes. */
    static boolean isArchive(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            byte[] magic = in.readNBytes(4);
            return magic.length == 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3 && magic[3] == 4;
        }
    }

    @Override
    default void close() throws IOException {}
}
