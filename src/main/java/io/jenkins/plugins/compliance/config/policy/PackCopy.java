package io.jenkins.plugins.compliance.config.policy;

import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.pack.PolicyPacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Copies a pack, and the neighbours that it uses, from wherever it is into a folder of ours. */
final class PackCopy {
    private final PackFolders from;
    private final Path into;
    private final Limits limits;

    private long bytes;
    private int files;

    PackCopy(PackFolders from, Path into, Limits limits) {
        this.from = from;
        this.into = into;
        this.limits = limits;
    }

    /**
     * Copies them.
     *
     * @param first path of the pack, relative to the folder that holds it and its neighbours
     * @return the folders that were copied
     */
    List<String> copy(String first) throws IOException, InterruptedException {
        Set<String> seen = new LinkedHashSet<>(List.of(first));
        Deque<String> waiting = new ArrayDeque<>(seen);
        while (!waiting.isEmpty()) {
            String each = waiting.remove();
            Path copy = inside(each);
            Files.createDirectories(copy);
            for (Map.Entry<String, byte[]> file : from.files(each).entrySet()) {
                write(copy, file.getKey(), file.getValue());
            }
            for (String used : PolicyPacks.neighbours(copy, limits)) {
                String neighbour = neighbour(each, used);
                if (!neighbour.isEmpty() && seen.add(neighbour)) {
                    waiting.add(neighbour);
                }
            }
        }
        return new ArrayList<>(seen);
    }

    private void write(Path folder, String name, byte[] content) throws IOException {
        files++;
        bytes += content.length;
        if (files > limits.policyFiles()) {
            throw new LimitExceededException("policyFiles", limits.policyFiles());
        }
        if (bytes > limits.policyBytes()) {
            throw new LimitExceededException("policyBytes", limits.policyBytes());
        }
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw new IOException(Messages.PackCopy_oddName(name));
        }
        Path parent = file.getParent();
        Files.createDirectories(parent == null ? folder : parent);
        Files.write(file, content);
    }

    private Path inside(String path) throws IOException {
        Path folder = into.resolve(path).normalize();
        if (!folder.startsWith(into)) {
            throw new IOException(Messages.PackCopy_oddName(path));
        }
        return folder;
    }

    /** The path of a neighbour; empty when it leads elsewhere, which loading the pack complains of. */
    private static String neighbour(String pack, String used) {
        try {
            Path path = Path.of(pack).resolve(used).normalize();
            boolean leadsOut = path.isAbsolute()
                    || path.startsWith("..")
                    || path.toString().isEmpty();
            return leadsOut ? "" : path.toString().replace('\\', '/');
        } catch (InvalidPathException e) {
            return "";
        }
    }
}
