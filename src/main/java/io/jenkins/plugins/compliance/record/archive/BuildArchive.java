package io.jenkins.plugins.compliance.record.archive;

import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;
import jenkins.util.BuildListenerAdapter;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Gathers files on the controller, under names of ours, and puts them among the artifacts of a build. */
@Restricted(NoExternalUse.class)
public final class BuildArchive implements Closeable {
    private static final String HOME = "compliance/";

    private static final Map<Run<?, ?>, Object> LOCKS = Collections.synchronizedMap(new WeakHashMap<>());

    private final Run<?, ?> run;
    private final TaskListener listener;
    private final Path folder;
    private final Map<String, String> places = new TreeMap<>();
    private final List<ArchivedFile> files = new ArrayList<>();

    public BuildArchive(Run<?, ?> run, TaskListener listener) throws IOException {
        this.run = run;
        this.listener = listener;
        this.folder = Files.createTempDirectory("compliance-archive");
    }

    /** The path among the artifacts of a file of a name. */
    static String path(String name) {
        return HOME + name;
    }

    /** Held while files of a build are archived: several steps of a build may do so at the same moment. */
    static Object lock(Run<?, ?> run) {
        return LOCKS.computeIfAbsent(run, absent -> new Object());
    }

    /** Writes a file. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Adds a file.
     *
     * @param file its name below {@code compliance/} among the artifacts
     */
    public void add(String file, Content content) throws IOException {
        String name = "file-" + (files.size() + 1);
        Path copy = folder.resolve(name);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy))) {
            content.write(out);
        }
        Digesting digesting = new Digesting();
        try (InputStream in = Files.newInputStream(copy)) {
            long size = digesting.read(in, Long.MAX_VALUE);
            files.add(new ArchivedFile(path(file), size, HexFormat.of().formatHex(digesting.digest())));
        }
        places.put(path(file), name);
    }

    /** Archives them and lets the build remember them. */
    public void archive() throws IOException, InterruptedException {
        if (places.isEmpty()) {
            return;
        }
        synchronized (lock(run)) {
            run.pickArtifactManager()
                    .archive(
                            new FilePath(folder.toFile()),
                            new Launcher.LocalLauncher(listener),
                            BuildListenerAdapter.wrap(listener),
                            places);
            ArchivedFiles.add(run, files);
        }
    }

    @Override
    public void close() throws IOException {
        Util.deleteRecursive(folder.toFile());
    }
}
