package io.jenkins.plugins.compliance.engine.io.file;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.document.Documents;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Files of the class path that the file {@code index} beside them names: the class path itself can't be listed. */
final class ResourceTree implements FileTree {
    private final Class<?> anchor;
    private final String folder;
    private final String label;
    private final Limits limits;
    private final SortedSet<String> paths = new TreeSet<>();

    private ResourceTree(Class<?> anchor, String folder, String label, Limits limits) {
        this.anchor = anchor;
        this.folder = folder;
        this.label = label;
        this.limits = limits;
    }

    static ResourceTree open(Class<?> anchor, String folder, String label, Limits limits) throws IOException {
        ResourceTree tree = new ResourceTree(anchor, folder, label, limits);
        new String(tree.resource("index"), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(tree.paths::add);
        return tree;
    }

    private byte[] resource(String path) throws IOException {
        try (InputStream in = anchor.getResourceAsStream(folder + path)) {
            if (in == null) {
                throw new NoSuchFileException(label + "/" + path);
            }
            return Documents.bytes(in, position(path).file(), limits);
        }
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
        if (!paths.contains(path)) {
            throw new NoSuchFileException(path);
        }
        return resource(path);
    }
}
