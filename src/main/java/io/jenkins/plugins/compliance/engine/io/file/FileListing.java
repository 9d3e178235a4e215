package io.jenkins.plugins.compliance.engine.io.file;

import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The files of a directory as the engine itself sees them, which says whether a scan tool had anything to look at.
 *
 * @param files relative paths with forward slashes, ascending
 */
public record FileListing(List<String> files) {
    /** Nothing. */
    public static final FileListing EMPTY = new FileListing(List.of());

    private static final Set<String> VERSION_CONTROL = Set.of(".git", ".hg", ".svn");

    /** Takes a copy of the paths. */
    public FileListing {
        files = List.copyOf(files);
    }

    /**
     * Lists the regular files below a directory. Symbolic links are not followed, the folders of version control systems are
     * left out, and so is a file that can't be read.
     *
     * @param directory the directory
     * @param limits bound on the number of files
     * @throws NotDirectoryException when it is not a directory
     * @throws LimitExceededException when there are more files than {@link Limits#listedFiles()}
     * @throws IOException when it can't be read
     */
    public static FileListing of(Path directory, Limits limits) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new NotDirectoryException(directory.toString());
        }
        List<String> files = new ArrayList<>();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                Path name = folder.getFileName();
                boolean skip = !folder.equals(directory) && name != null && VERSION_CONTROL.contains(name.toString());
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    if (files.size() == limits.listedFiles()) {
                        throw new LimitExceededException("listedFiles", limits.listedFiles());
                    }
                    files.add(directory.relativize(file).toString().replace('\\', '/'));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(files);
        return new FileListing(files);
    }

    /** The files that match one of some patterns and none of some others. */
    public List<String> matching(List<Glob> wanted, List<Glob> unwanted) {
        List<String> matching = new ArrayList<>();
        for (String file : files) {
            if (anyMatches(wanted, file) && !anyMatches(unwanted, file)) {
                matching.add(file);
            }
        }
        return matching;
    }

    private static boolean anyMatches(List<Glob> globs, String file) {
        for (Glob glob : globs) {
            if (glob.matches(file)) {
                return true;
            }
        }
        return false;
    }
}
