package io.jenkins.plugins.compliance.steps;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of a workspace, as an agent told it. Its path is for people to read and never becomes one on the controller.
 *
 * @param path what the agent calls it
 * @param age how long ago it was written, by the agent's clock alone; never negative
 * @param content what is in it
 */
record WorkspaceFile(String path, Duration age, byte[] content) {
    /** How many files one step takes. */
    static final int FILES = 1_000;

    /** How many bytes one step takes. */
    static final int BYTES = 64 << 20;

    /** How much room the names may take beside the bytes. */
    private static final int OVERHEAD = FILES * 1_024;

    private static final int PATH_LENGTH = 250;

    /** Makes one array of many files: nothing but bytes goes from an agent to the controller. */
    static byte[] pack(List<WorkspaceFile> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(files.size());
            for (WorkspaceFile file : files) {
                out.writeUTF(file.path().length() > PATH_LENGTH ? file.path().substring(0, PATH_LENGTH) : file.path());
                out.writeLong(file.age().toMillis());
                out.writeInt(file.content().length);
                out.write(file.content());
            }
        }
        return bytes.toByteArray();
    }

    /**
     * The files in an array.
     *
     * @throws IOException when the array is not what {@link #pack} makes, or too large
     */
    static List<WorkspaceFile> unpack(byte[] packed) throws IOException {
        if (packed.length > BYTES + OVERHEAD) {
            throw new IOException(Messages.WorkspaceFile_tooLarge(BYTES));
        }
        List<WorkspaceFile> files = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
            int count = in.readInt();
            if (count < 0 || count > FILES) {
                throw new IOException(Messages.WorkspaceFile_tooMany(FILES));
            }
            for (int i = 0; i < count; i++) {
                String path = in.readUTF();
                long age = in.readLong();
                int length = in.readInt();
                if (age < 0 || length < 0 || length > in.available()) {
                    throw new IOException(Messages.WorkspaceFile_damaged());
                }
                files.add(new WorkspaceFile(path, Duration.ofMillis(age), in.readNBytes(length)));
            }
            if (in.available() > 0) {
                throw new IOException(Messages.WorkspaceFile_damaged());
            }
        }
        return files;
    }
}
