package io.jenkins.plugins.compliance.record.archive;

import hudson.model.Run;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import io.jenkins.plugins.compliance.engine.io.json.JsonInput;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Which artifacts of a build are evidence, and what they were when they were archived: a file in the directory of the build and
 * outside of its artifacts, so that neither a step of the build nor an artifact store can change both, and so that what Jenkins
 * loads with every build stays small.
 */
@Restricted(NoExternalUse.class)
public final class ArchivedFiles {
    private static final Logger LOGGER = Logger.getLogger(ArchivedFiles.class.getName());
    private static final String NAME = "compliance-files.jsonl";

    private ArchivedFiles() {}

    /** The files of a build, the last one of each path. */
    public static List<ArchivedFile> of(Run<?, ?> run) {
        Path list = list(run);
        Map<String, ArchivedFile> files = new LinkedHashMap<>();
        if (Files.exists(list)) {
            try (BufferedReader in = Files.newBufferedReader(list, StandardCharsets.UTF_8)) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    ArchivedFile file = read(line);
                    files.put(file.getPath(), file);
                }
            } catch (IOException | IllegalArgumentException e) {
                LOGGER.log(Level.WARNING, e, () -> list + " can't be read whole");
            }
        }
        return new ArrayList<>(files.values());
    }

    /** Remembers files, each in the place of one of the same path. */
    static void add(Run<?, ?> run, List<ArchivedFile> files) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (ArchivedFile file : files) {
            try (JsonOutput json = JsonOutput.compact(lines)) {
                json.beginObject()
                        .member("path", file.getPath())
                        .member("size", file.getSize())
                        .member("sha256", file.getSha256())
                        .endObject()
                        .line();
            }
        }
        Files.write(list(run), lines.toByteArray(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static Path list(Run<?, ?> run) {
        return run.getRootDir().toPath().resolve(NAME);
    }

    private static ArchivedFile read(String line) throws IOException {
        String path = "";
        String sha256 = "";
        long size = -1;
        try (JsonCursor json = JsonInput.ofText(line, NAME, Limits.DEFAULTS)) {
            if (json.beginObject()) {
                for (String name = json.nextName(); name != null; name = json.nextName()) {
                    switch (name) {
                        case "path" -> path = json.text("");
                        case "size" -> size = json.integer(-1);
                        case "sha256" -> sha256 = json.text("");
                        default -> json.skip();
                    }
                }
            }
        }
        return new ArchivedFile(path, size, sha256);
    }
}
