package io.jenkins.plugins.compliance.engine.io.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void aFileIsWrittenAndReplaced() throws IOException {
        Path file = folder.resolve("file");
        AtomicFile.write(file, new byte[] {1});
        AtomicFile.write(file, new byte[] {2, 3});
        assertThat(Files.readAllBytes(file)).containsExactly(2, 3);
        assertAlone();
    }

    @Test
    void contentThatFailsLeavesTheFileAsItWas() throws IOException {
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
    void aNewFileDoesNotReplaceAnotherOrADanglingLink() throws IOException {
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
    void aLinkIsReplacedAndNotWrittenThrough() throws IOException {
        Path target =
                Files.write(Files.createDirectory(folder.resolve("elsewhere")).resolve("target"), new byte[] {1});
        Path file = Files.createSymbolicLink(folder.resolve("file"), target);
        AtomicFile.write(file, new byte[] {2});
        assertThat(Files.readAllBytes(target)).containsExactly(1);
        assertThat(Files.isSymbolicLink(file)).isFalse();
    }

    @Test
    void anInterruptedThreadCanWrite() throws IOException {
        Thread.currentThread().interrupt();
        AtomicFile.write(folder.resolve("file"), new byte[] {1});
        assertThat(Thread.interrupted()).isTrue();
        assertThat(Files.readAllBytes(folder.resolve("file"))).containsExactly(1);
    }

    @Test
    void whatKeepsAFileFromBeingWrittenIsSaidOfTheFile() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[] {1});
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("none/of.it"), new byte[0]))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(folder.resolve("none").toString());
        assertThatThrownBy(() -> AtomicFile.write(file.resolve("below"), new byte[0]))
                .hasMessageContaining(file.resolve("below").toString())
                .hasMessageContaining("could not be written")
                .hasMessageNotContaining(".tmp");
        Path directory = Files.createDirectory(folder.resolve("directory"));
        assertThatThrownBy(() -> AtomicFile.write(directory, new byte[0]))
                .hasMessageContaining("is a directory")
                .hasMessageNotContaining(".tmp");
        Files.delete(directory);
        assertAlone();
    }

    private void assertAlone() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("file");
        }
    }
}
