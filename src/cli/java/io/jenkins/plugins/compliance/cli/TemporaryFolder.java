package io.jenkins.plugins.compliance.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A folder of this program's own that is deleted with all that is in it when it is closed, or when the program is stopped before;
 * links in it are deleted, not followed.
 */
final class TemporaryFolder implements Closeable {
    private static final int TRIES = 30;
    private static final long PAUSE_MILLIS = 100;

    private final Path folder;
    private final Thread atExit = new Thread(this::deleteAtExit, "delete temporary folder");

    TemporaryFolder(String prefix) throws IOException {
        folder = Files.createTempDirectory(prefix);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    Path path() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The program is ending: the hook deletes it.
            return;
        }
        delete();
    }

    /** Tools that are being ended at the same time may still write for a moment. */
    private void deleteAtExit() {
        for (int i = 0; i < TRIES; i++) {
            try {
                delete();
                return;
            } catch (IOException e) {
                try {
                    Thread.sleep(PAUSE_MILLIS);
                } catch (InterruptedException interrupted) {
                    return;
                }
            }
        }
    }

    private void delete() throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
