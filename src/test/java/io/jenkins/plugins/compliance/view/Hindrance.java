package io.jenkins.plugins.compliance.view;

import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the controller from writing to a place, as a disk that is full or read-only would; also when root runs the tests. */
final class Hindrance implements AutoCloseable {
    private final Path place;
    private final Path aside;

    private Hindrance(Path place) throws Exception {
        this.place = place;
        this.aside = place.resolveSibling(place.getFileName() + ".aside");
        if (Files.exists(place)) {
            Files.move(place, aside);
        }
    }

    /** A file lies where a folder is to be. */
    static Hindrance instead(Path folder) throws Exception {
        Hindrance hindrance = new Hindrance(folder);
        Files.createDirectories(folder.getParent());
        Files.writeString(folder, "somebody's file");
        return hindrance;
    }

    /** A folder lies where a file is to be, and can't be replaced. */
    static Hindrance folderInsteadOf(Path file) throws Exception {
        Hindrance hindrance = new Hindrance(file);
        Files.writeString(Files.createDirectories(file).resolve("somebody's"), "file");
        return hindrance;
    }

    /** Lets it write again, what was there before. */
    @Override
    public void close() throws Exception {
        hudson.Util.deleteRecursive(place.toFile());
        if (Files.exists(aside)) {
            Files.move(aside, place);
        }
    }
}
