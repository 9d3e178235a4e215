package io.jenkins.plugins.compliance.config.policy;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.file.FileTree;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Packs beside each other in a directory of the controller. */
final class DirectoryFolders implements PackFolders {
    private final Path parent;
    private final Limits limits;

    DirectoryFolders(Path parent, Limits limits) {
        this.parent = parent;
        this.limits = limits;
    }

    @Override
    public Map<String, byte[]> files(String path) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        Path folder = parent.resolve(path);
        if (!Files.isDirectory(folder) || !folder.toRealPath().startsWith(parent)) {
            return files;
        }
        try (FileTree tree = FileTree.directory(folder, path, limits)) {
            if (!tree.refused().isEmpty()) {
                throw new IOException(tree.refused().stream()
                        .map(each -> Messages.PackFolders_refused(path + "/" + each.path(), each.reason()))
                        .collect(Collectors.joining("; ")));
            }
            for (String each : tree.paths()) {
                if (!PackFolders.isPart(each.substring(each.lastIndexOf('/') + 1))) {
                    continue;
                }
                if (files.size() == limits.policyFiles()) {
                    throw new IOException(Messages.PackFolders_tooMany(limits.policyFiles(), path));
                }
                files.put(each, tree.read(each));
            }
        }
        return files;
    }

    /** Names, times and sizes of all files of a folder, or why they can't be had. */
    String stamp(String path) {
        StringBuilder stamp = new StringBuilder(path);
        int[] left = {limits.policyFiles() + 1};
        try {
            Path root = parent.resolve(path);
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean hidden = !folder.equals(root) && name(folder).startsWith(".");
                    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!PackFolders.isPart(name(file))) {
                        return FileVisitResult.CONTINUE;
                    }
                    stamp.append('\n').append(file).append(' ').append(attributes.size());
                    stamp.append(' ').append(attributes.lastModifiedTime().toMillis());
                    return --left[0] > 0 ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }
            });
        } catch (IOException e) {
            stamp.append('\n').append(e);
        }
        return stamp.toString();
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
