package io.jenkins.plugins.compliance.engine.policy.pack;

import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes packs for tests. */
public final class PackFolder {
    public static final String HEADER = "schema: 1\nid: acme\nversion: '1'\n";
    public static final String FRAMEWORKS = """
            frameworks:
              - id: f
                title: F
                requirements:
                  - {id: A, title: All of A, group: true}
                  - {id: A-1, title: First, parent: A}
                  - {id: A-2, title: Second, parent: A}
                  - {id: A-2(1), title: Second with more, parent: A-2}
                  - {id: A-3, title: Gone, parent: A, withdrawn: true}
                baselines:
                  - {id: low, title: Low, requirements: [A-1, A-3]}
              - id: g
                title: G
                requirements:
                  - {id: B-1, title: Other}
            """;
    public static final String PROCEDURE = """
            procedures:
              - id: review
                statement: Review it.
                role: developer
                phase: code
                satisfies: [{requirement: f/A-1, strength: full}]
                check: {approval: {what: review}}
            """;
    public static final String ARCHETYPE = "archetypes:\n  - {id: web, when: kind = web, requires: [f/A-1]}\n";

    private final Path folder;
    private final Map<String, String> files = new TreeMap<>();

    public PackFolder(Path folder) {
        this.folder = folder;
    }

    /** A pack that has no mistake. */
    public static PackFolder sound(Path folder) {
        return new PackFolder(folder).file("pack.yaml", HEADER + FRAMEWORKS + ARCHETYPE + PROCEDURE);
    }

    public PackFolder file(String path, String text) {
        files.put(path, text);
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    public LoadResult load() throws IOException {
        return PolicyPacks.load(folder, Limits.DEFAULTS);
    }

    /** The mistakes, with the name of the file alone before the line. */
    public List<String> problems() throws IOException {
        return load().problems().stream()
                .map(each -> each.toString().replace(folder.toString().replace('\\', '/') + "/", ""))
                .toList();
    }

    Path zip(Path zip, String prefix) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream archive = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                archive.putNextEntry(new ZipEntry(prefix + file.getKey()));
                archive.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                archive.closeEntry();
            }
        }
        return zip;
    }
}
