package io.jenkins.plugins.compliance.engine.io.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileListingTest {
    @TempDir
    Path directory;

    @Test
    void listsRegularFilesWithoutVersionControlAndLinks() throws IOException {
        file("b/two.py");
        file("a.py");
        file(".git/objects/x.py");
        Files.createSymbolicLink(directory.resolve("link.py"), directory.resolve("a.py"));

        FileListing listing = FileListing.of(directory, Limits.DEFAULTS);

        assertThat(listing.files()).containsExactly("a.py", "b/two.py");
        assertThat(listing.matching(List.of(Glob.of("**/*.py")), List.of(Glob.of("b/"))))
                .containsExactly("a.py");
    }

    @Test
    void directoryThatIsNotThereIsAnErrorNotAnEmptyListing() {
        assertThatThrownBy(() -> FileListing.of(directory.resolve("nowhere"), Limits.DEFAULTS))
                .isInstanceOf(NotDirectoryException.class);
    }

    private void file(String path) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x = 1\n");
    }
}
