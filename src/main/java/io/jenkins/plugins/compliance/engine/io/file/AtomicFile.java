package io.jenkins.plugins.compliance.engine.io.file;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/**
 * Writes a file so that, whenever the process or the machine stops, either the old content is there whole or the new one is.
 * The content goes to a temporary file in the same folder, is forced to disk, and takes the name in one step.
 */
public final class AtomicFile {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final FileAttribute<?>[] NO_ATTRIBUTES = {};

    private AtomicFile() {}

    /** Something that writes a file's content. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it; the stream is closed by the caller. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes or replaces a file. */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, out -> out.write(content));
    }

    /**
     * Writes or replaces a file. When the content can't be written to its end, the file is as it was before.
     *
     * @throws IOException from the content, or when the folder can't be written to
     */
    public static void write(Path file, Content content) throws IOException {
        Path temporary = begin(file, NO_ATTRIBUTES);
        try {
            fill(file, temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        force(parent(file));
    }

    /**
     * Writes a new file that only its owner may read and write, where the file system knows owners.
     *
     * @throws FileAlreadyExistsException when there is something under that name, be it a dangling link
     */
    public static void createPrivate(Path file, byte[] content) throws IOException {
        create(file, content, true);
    }

    /**
     * Writes a new file.
     *
     * @throws FileAlreadyExistsException when there is something under that name, be it a dangling link
     */
    public static void create(Path file, byte[] content) throws IOException {
        create(file, content, false);
    }

    private static void create(Path file, byte[] content, boolean secret) throws IOException {
        Path temporary = begin(file, secret ? ownerOnly(file) : NO_ATTRIBUTES);
        try {
            fill(file, temporary, out -> out.write(content));
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(file.toString(), null, "exists already; it is not overwritten");
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        force(parent(file));
    }

    private static void fill(Path file, Path temporary, Content content) throws IOException {
        // Not a FileChannel: interrupting a thread that uses one closes it.
        try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
            BufferedOutputStream buffered = new BufferedOutputStream(new Named(file, out), BUFFER_BYTES);
            content.writeTo(buffered);
            buffered.flush();
            out.getFD().sync();
        }
    }

    /** Makes the temporary file. Nobody asked for it: where that can't be, it is the file itself that can't be written. */
    private static Path begin(Path file, FileAttribute<?>[] attributes) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(file.toString(), null, "is a directory; expected the name of a file");
        }
        Path temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            return Files.createFile(temporary, attributes);
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(parent(file).toString());
        } catch (AccessDeniedException e) {
            throw new AccessDeniedException(file.toString());
        } catch (FileSystemException e) {
            throw unwritable(file, e);
        }
    }

    /** Says which file could not be written: the system only says why. */
    private static final class Named extends OutputStream {
        private final Path file;
        private final OutputStream out;

        Named(Path file, OutputStream out) {
            this.file = file;
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                throw unwritable(file, e);
            }
        }
    }

    /** That a file could not be written, for instance because the disk is full, which the cause says. */
    public static FileSystemException unwritable(Path file, IOException why) {
        FileSystemException unwritable =
                new FileSystemException(file.toString(), null, "could not be written: " + reason(why));
        unwritable.initCause(why);
        return unwritable;
    }

    /** What the system says, without the file of which it says that. */
    public static String reason(IOException why) {
        if (why.getCause() instanceof IOException cause) {
            return reason(cause);
        }
        String reason = why instanceof FileSystemException file ? file.getReason() : why.getMessage();
        return reason == null ? why.getClass().getSimpleName() : reason;
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : NO_ATTRIBUTES;
    }

    /** Forces the names in a folder to disk, where the system can do that (Windows can't, and needs not). */
    private static void force(Path folder) throws IOException {
        if (File.separatorChar == '\\') {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " is not a file name");
        }
        return parent;
    }
}
