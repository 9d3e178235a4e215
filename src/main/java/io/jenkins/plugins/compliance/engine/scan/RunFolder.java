package io.jenkins.plugins.compliance.engine.scan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder of one run of one tool, outside of what is scanned and new for each run, so that nothing of an earlier run is in it. The
 * names in it are ours.
 *
 * @param path absolute path
 */
public record RunFolder(Path path) {

    /**
     * Makes it.
     *
     * @param files the files to look at, relative to the scanned directory
     * @throws FileAlreadyExistsException when there is something of that name
     * @throws IOException when it can't be written
     */
    public void create(List<String> files) throws IOException {
        Files.createDirectory(path);
        Files.createDirectory(path.resolve("report"));
        Files.write(list(), files.stream().map(CommandLine::argument).toList(), StandardCharsets.UTF_8);
    }

    /** Where the report of this name is expected: alone in a directory. */
    public Path report(String name) {
        return path.resolve("report").resolve(name);
    }

    /** What names the files to look at, one a line. */
    Path list() {
        return path.resolve("files.txt");
    }
}
