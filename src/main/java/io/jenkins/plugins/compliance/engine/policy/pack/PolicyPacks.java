package io.jenkins.plugins.compliance.engine.policy.pack;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.document.Located;
import io.jenkins.plugins.compliance.engine.io.file.FileTree;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Loads policy packs: from a directory, a single file, a zip archive, or those that come with the engine. */
public final class PolicyPacks {
    private PolicyPacks() {}

    /**
     * Loads the pack at a location.
     *
     * @param location {@code bundled:ID}, or a path
     * @throws NoSuchFileException when there is no such file, directory or bundled pack
     * @throws IOException when the location can't be read at all; mistakes within the pack are in the result
     */
    public static LoadResult load(String location, Limits limits) throws IOException {
        return location.startsWith(BundledPacks.PREFIX)
                ? bundled(location.substring(BundledPacks.PREFIX.length()), limits)
                : load(Path.of(location), limits);
    }

    /**
     * Loads the pack at a path. All its mistakes are found in one go.
     *
     * @throws NoSuchFileException when there is no such file or directory
     * @throws IOException when it can't be read at all; mistakes within the pack are in the result
     */
    public static LoadResult load(Path path, Limits limits) throws IOException {
        String label = path.toString().replace('\\', '/');
        while (label.endsWith("/") && label.length() > 1) {
            label = label.substring(0, label.length() - 1);
        }
        return load(path, label, limits);
    }

    /**
     * Loads the pack at a path that is not the one that people know it by.
     *
     * @param label what the pack is called in messages and positions
     * @throws NoSuchFileException when there is no such file or directory
     * @throws IOException when it can't be read at all; mistakes within the pack are in the result
     */
    public static LoadResult load(Path path, String label, Limits limits) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        Path real = path.toRealPath();
        try (FileTree tree = tree(path, label, limits)) {
            return load(tree, label, real.toString(), Files.isDirectory(real) ? real : null, limits);
        }
    }

    /**
     * Loads a pack that comes with the engine.
     *
     * @throws NoSuchFileException when there is none with this id; the message names the known ones
     */
    public static LoadResult bundled(String id, Limits limits) throws IOException {
        if (!BundledPacks.ids().contains(id)) {
            throw new NoSuchFileException(
                    BundledPacks.PREFIX + id, null, "no such pack; bundled are " + String.join(", ", bundledIds()));
        }
        try (FileTree tree = BundledPacks.tree(id, limits)) {
            return load(tree, BundledPacks.PREFIX + id, BundledPacks.PREFIX + id, null, limits);
        }
    }

    /** The ids of the packs that come with the engine, ascending. */
    public static List<String> bundledIds() {
        return BundledPacks.ids();
    }

    /**
     * The packs that a pack in a directory uses by a relative path, as it writes them. A header that can't be read names none:
     * loading the pack says what is wrong with it.
     */
    public static List<String> neighbours(Path directory, Limits limits) throws IOException {
        LoadSession session = new LoadSession(limits);
        try (FileTree tree = FileTree.directory(directory, "", limits)) {
            return new PackLoader(tree, session)
                    .read().uses().stream()
                            .map(Located::value)
                            .filter(use -> !use.startsWith(BundledPacks.PREFIX))
                            .toList();
        }
    }

    static FileTree tree(Path path, String label, Limits limits) throws IOException {
        if (Files.isDirectory(path)) {
            return FileTree.directory(path, label.equals(".") ? "" : label, limits);
        }
        return FileTree.isArchive(path) ? FileTree.archive(path, label, limits) : FileTree.file(path, label, limits);
    }

    private static LoadResult load(
            FileTree tree, String location, String identity, @CheckForNull Path directory, Limits limits) {
        LoadSession session = new LoadSession(limits);
        PackLoader.Read read = new UsedPacks(session).load(tree, identity, directory);
        PackPlaces places = new PackPlaces(read.at());
        PolicyPack pack = new PackResolver(read.draft(), places, session.log).resolve(read.header());
        return new LoadResult(location, pack, places, session.log.sorted());
    }
}
