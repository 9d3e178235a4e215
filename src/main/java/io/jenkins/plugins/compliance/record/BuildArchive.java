package io.jenkins.plugins.compliance.record;

import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jenkins.util.BuildListenerAdapter;

/** Gathers files on the controller, under names of ours, and puts them among the artifacts of a build. */
final class BuildArchive implements Closeable {
    private static final String HOME = "compliance/";

    private final Run<?, ?> run;
    private final TaskListener listener;
    private final Path folder;
    private final Map<String, String> places = new TreeMap<>();
    private final List<ArchivedFile> files = new ArrayList<>();

    BuildArchive(Run<?, ?> run, TaskListener listener) throws IOException {
        this.run = run;
        this.listener = listener;
        this.folder = Files.createTempDirectory("compliance-archive");
    }

    /** The path among the artifacts of a file that is kept with the ledger. */
    static String evidence(String file) {
        return HOME + "evidence/" + file;
    }

    /** Writes a file. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Adds a file.
     *
     * @param path its path below {@code compliance/} among the artifacts
     */
    void add(String path, Content content) throws IOException {
        String name = "file-" + (files.size() + 1);
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            content.write(out);
        }
        files.add(new ArchivedFile(HOME + path, Files.size(file), digest(file)));
        places.put(HOME + path, name);
    }

    /** Archives them and lets the build remember them. */
    void archive() throws IOException, InterruptedException {
        if (!places.isEmpty()) {
            run.pickArtifactManager()
                    .archive(
                            new FilePath(folder.toFile()),
                            new Launcher.LocalLauncher(listener),
                            BuildListenerAdapter.wrap(listener),
                            places);
            ComplianceRunAction.update(run, action -> action.withFiles(files));
        }
    }

    @Override
    public void close() throws IOException {
        Util.deleteRecursive(folder.toFile());
    }

    private static String digest(Path file) throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
