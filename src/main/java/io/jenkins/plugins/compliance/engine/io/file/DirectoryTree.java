package io.jenkins.plugins.compliance.engine.io.file;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.Documents;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** A directory. A symbolic link counts as the file that it names where that file is in the directory too. */
final class DirectoryTree implements FileTree {
    private final Path root;
    private final String label;
    private final Limits limits;
    private final SortedSet<String> paths = new TreeSet<>();
    private final List<Refusal> refused = new ArrayList<>();

    private DirectoryTree(Path root, String label, Limits limits) {
        this.root = root;
        this.label = label;
        this.limits = limits;
    }

    static DirectoryTree open(Path directory, String label, Limits limits) throws IOException {
        DirectoryTree tree = new DirectoryTree(directory.toRealPath(), label, limits);
        tree.list();
        return tree;
    }

    static DirectoryTree single(Path file, String label, Limits limits) throws IOException {
        Path real = file.toRealPath();
        Path folder = real.getParent();
        Path name = file.getFileName();
        if (folder == null || name == null) {
            throw new NoSuchFileException(file.toString());
        }
        int cut = label.lastIndexOf('/');
        DirectoryTree tree = new DirectoryTree(folder, cut < 0 ? "" : label.substring(0, cut), limits);
        tree.paths.add(
                real.getFileName() == null
                        ? name.toString()
                        : real.getFileName().toString());
        return tree;
    }

    private void list() throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skip = !folder.equals(root) && TreePath.hidden(relative(folder));
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                add(file, attributes);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                refused.add(new Refusal(relative(file), "it can't be read"));
                return FileVisitResult.CONTINUE;
            }
        });
        refused.sort((left, right) -> left.path().compareTo(right.path()));
    }

    private void add(Path file, BasicFileAttributes attributes) throws IOException {
        if (paths.size() + refused.size() >= limits.listedFiles()) {
            throw new LimitExceededException("listedFiles", limits.listedFiles(), Position.of(label));
        }
        String path = relative(file);
        if (TreePath.hidden(path)) {
            return;
        }
        String objection = TreePath.objection(path);
        if (objection == null && attributes.isSymbolicLink()) {
            objection = linkObjection(file);
        } else if (objection == null && !attributes.isRegularFile()) {
            objection = "it is no regular file";
        }
        if (objection == null) {
            paths.add(path);
        } else {
            refused.add(new Refusal(path, objection));
        }
    }

    @CheckForNull
    private String linkObjection(Path link) {
        try {
            Path target = link.toRealPath();
            if (!target.startsWith(root)) {
                return "it is a symbolic link that leads out of the directory";
            }
            return Files.isRegularFile(target) ? null : "it is a symbolic link to a directory";
        } catch (IOException e) {
            return "it is a symbolic link that leads nowhere";
        }
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
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
        return List.copyOf(refused);
    }

    @Override
    public byte[] read(String path) throws IOException {
        if (!paths.contains(path)) {
            throw new NoSuchFileException(path);
        }
        Path file = root.resolve(path);
        // Asked again: the file may have become a link since it was listed.
        if (!file.toRealPath().startsWith(root)) {
            throw new NoSuchFileException(path);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Documents.bytes(in, position(path).file(), limits);
        }
    }
}
