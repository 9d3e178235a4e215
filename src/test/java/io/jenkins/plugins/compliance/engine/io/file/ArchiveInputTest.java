package io.jenkins.plugins.compliance.engine.io.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveInputTest {
    @TempDir
    Path folder;

    private Path zip;

    @BeforeEach
    void name() {
        zip = folder.resolve("a.zip");
    }

    @Test
    void filesAreReadByName() throws IOException {
        write("a", "one", "b/c", "two");
        try (ArchiveInput archive = ArchiveInput.open(zip, Limits.DEFAULTS)) {
            assertThat(archive.names()).containsExactlyInAnyOrder("a", "b/c");
            assertThat(archive.size("b/c")).isEqualTo(3);
            assertThat(archive.size("b")).isEqualTo(-1);
            assertThat(archive.open("b")).isEmpty();
            try (InputStream in = archive.open("b/c").orElseThrow()) {
                assertThat(in.read()).isEqualTo('t');
                assertThat(in.readAllBytes()).isEqualTo("wo".getBytes(StandardCharsets.US_ASCII));
                assertThat(in.read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void oneNameTwiceIsMalformed() throws IOException {
        write("a1", "one", "a2", "two");
        byte[] bytes = Files.readAllBytes(zip);
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("a2", "a1");
        Files.write(zip, text.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> ArchiveInput.open(zip, Limits.DEFAULTS))
                .isInstanceOf(MalformedInputException.class)
                .hasMessage("a.zip: the archive has two entries of the same name");
    }

    @Test
    void contentThatUnpacksToFarMoreThanItIsIsStopped() throws IOException {
        write("bomb", "0".repeat(4 << 20));
        try (ArchiveInput archive = ArchiveInput.open(zip, Limits.DEFAULTS);
                InputStream in = archive.open("bomb").orElseThrow()) {
            assertThatThrownBy(in::readAllBytes)
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessageContaining("archiveRatio");
        }
    }

    @Test
    void aDamagedEntryIsMalformedAndNamed() throws IOException {
        write("report.sarif", "some text that is packed, and packed again, and packed");
        byte[] bytes = Files.readAllBytes(zip);
        for (int i = 45; i < 60; i++) {
            bytes[i] = (byte) 0xFF;
        }
        Files.write(zip, bytes);
        try (ArchiveInput archive = ArchiveInput.open(zip, Limits.DEFAULTS);
                InputStream in = archive.open("report.sarif").orElseThrow()) {
            assertThatThrownBy(in::readAllBytes)
                    .isInstanceOf(MalformedInputException.class)
                    .hasMessageContaining("report.sarif");
        }
    }

    @Test
    void theSameFilesMakeTheSameArchive() throws IOException {
        write("a", "one");
        byte[] first = Files.readAllBytes(zip);
        write("a", "one");
        assertThat(Files.readAllBytes(zip)).isEqualTo(first);
    }

    private void write(String... namesAndContents) throws IOException {
        try (ArchiveOutput archive = new ArchiveOutput(Files.newOutputStream(zip))) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                archive.add(
                        namesAndContents[i],
                        new ByteArrayInputStream(namesAndContents[i + 1].getBytes(StandardCharsets.US_ASCII)));
            }
        }
    }
}
