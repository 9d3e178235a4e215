package io.jenkins.plugins.compliance.engine.io.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    Path folder;

    @Test
    void aSecondOneIsToldWhoHasIt() throws IOException {
        try (FolderLock held = FolderLock.acquire(folder, Duration.ZERO, "process 7,\u001b[31m since noon\nmore")) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> FolderLock.acquire(folder, Duration.ofMillis(120), "me"))
                    .isInstanceOf(FolderLockedException.class)
                    .hasMessage(folder
                            + " is in use by another writer (process 7,[U+001B][31m since noon); waited 0 s for it."
                            + " Let that one end, or write into another folder");
        }
        FolderLock.acquire(folder, Duration.ZERO, "me").close();
    }

    @Test
    void itWaitsForTheFirstOneToEnd() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (FolderLock held = FolderLock.acquire(folder, Duration.ZERO, "first")) {
            Future<FolderLock> waiting =
                    other.submit(() -> FolderLock.acquire(folder, Duration.ofSeconds(30), "second"));
            TimeUnit.MILLISECONDS.sleep(120);
            assertThat(waiting.isDone()).isFalse();
            held.close();
            waiting.get(30, TimeUnit.SECONDS).close();
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void anotherProcessIsKeptOut() throws Exception {
        try (FolderLock held = FolderLock.acquire(folder, Duration.ZERO, FolderLock.thisProcess(Instant.EPOCH))) {
            assertThat(held).isNotNull();
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Taker.class.getName(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(other.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(other.waitFor()).isEqualTo(1);
            assertThat(said).contains("process " + ProcessHandle.current().pid() + ", since 1970-01-01T00:00:00Z");
        }
    }

    @Test
    void aLinkInItsPlaceIsRefused() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "precious");
        Files.createSymbolicLink(folder.resolve(FolderLock.FILE), elsewhere);
        assertThatThrownBy(() -> FolderLock.acquire(folder, Duration.ZERO, "me"))
                .isInstanceOf(FileSystemException.class);
        assertThat(Files.readString(elsewhere)).isEqualTo("precious");
    }

    @Test
    void anInterruptEndsTheWaiting() throws IOException {
        try (FolderLock held = FolderLock.acquire(folder, Duration.ZERO, "first")) {
            assertThat(held).isNotNull();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> FolderLock.acquire(folder, Duration.ofSeconds(30), "me"))
                    .isInstanceOf(IOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** Tries to take the lock of a folder in a process of its own. */
    static final class Taker {
        private Taker() {}

        public static void main(String[] args) {
            try {
                FolderLock.acquire(Path.of(args[0]), Duration.ZERO, "taker").close();
            } catch (IOException e) {
                System.out.println(e.getMessage());
                System.exit(1);
            }
        }
    }
}
