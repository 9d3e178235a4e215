package io.jenkins.plugins.compliance.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkspaceFileTest {
    private static final WorkspaceFile FILE = new WorkspaceFile("a/b.xml", Duration.ofSeconds(3), new byte[] {1, 2, 3});

    @Test
    void whatIsPackedIsUnpacked() throws IOException {
        List<WorkspaceFile> files = WorkspaceFile.unpack(WorkspaceFile.pack(List.of(FILE, FILE)));

        assertThat(files).hasSize(2).allSatisfy(file -> {
            assertThat(file.path()).isEqualTo("a/b.xml");
            assertThat(file.age()).isEqualTo(Duration.ofSeconds(3));
            assertThat(file.content()).containsExactly(1, 2, 3);
        });
    }

    @Test
    void whatAnAgentCutsOrAddsIsRefused() throws IOException {
        byte[] packed = WorkspaceFile.pack(List.of(FILE));
        for (int length = 0; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> WorkspaceFile.unpack(cut)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> WorkspaceFile.unpack(Arrays.copyOf(packed, packed.length + 1)))
                .hasMessageContaining("damaged");
    }

    @Test
    void countsAndLengthsThatLieAllocateNothing() {
        byte[] many = ByteBuffer.allocate(4).putInt(Integer.MAX_VALUE).array();
        assertThatThrownBy(() -> WorkspaceFile.unpack(many)).hasMessageContaining("More than");
        byte[] longFile = ByteBuffer.allocate(18)
                .putInt(1)
                .putShort((short) 0)
                .putLong(0)
                .putInt(Integer.MAX_VALUE)
                .array();
        assertThatThrownBy(() -> WorkspaceFile.unpack(longFile)).hasMessageContaining("damaged");
    }
}
