package io.jenkins.plugins.compliance.engine.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void a_file_is_written_and_replaced() throws IOException {
        Path file = folder.resolve("file");
        AtomicFile.write(file, new byte[] {1});
        AtomicFile.write(file, new byte[] {2, 3});
        assertThat(Files.readAllBytes(file)).containsExactly(2, 3);
        assertAlone();
    }

    @Test
    void content_that_fails_leaves_the_file_as_it_was() throws IOException {
        Path file = folder.resolve("file");
        AtomicFile.write(file, new byte[] {1});
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .hasMessage("No space left on device");
        assertThat(Files.readAllBytes(file)).containsExactly(1);
        assertAlone();
    }

    @Test
    void a_new_file_does_not_replace_another_or_a_dangling_link() throws IOException {
        Path file = folder.resolve("file");
        AtomicFile.createPrivate(file, new byte[] {1});
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> AtomicFile.create(file, new byte[] {2}))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("not overwritten");
        assertThat(Files.readAllBytes(file)).containsExactly(1);
        Files.delete(file);
        Files.createSymbolicLink(file, folder.resolve("nowhere"));
        assertThatThrownBy(() -> AtomicFile.create(file, new byte[] {2}))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertAlone();
    }

    @Test
    void a_link_is_replaced_and_not_written_through() throws IOException {
        Path target =
                Files.write(Files.createDirectory(folder.resolve("elsewhere")).resolve("target"), new byte[] {1});
        Path file = Files.createSymbolicLink(folder.resolve("file"), target);
        AtomicFile.write(file, new byte[] {2});
        assertThat(Files.readAllBytes(target)).containsExactly(1);
        assertThat(Files.isSymbolicLink(file)).isFalse();
    }

    @Test
    void an_interrupted_thread_can_write() throws IOException {
        Thread.currentThread().interrupt();
        AtomicFile.write(folder.resolve("file"), new byte[] {1});
        assertThat(Thread.interrupted()).isTrue();
        assertThat(Files.readAllBytes(folder.resolve("file"))).containsExactly(1);
    }

    private void assertAlone() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("file");
        }
    }
}
