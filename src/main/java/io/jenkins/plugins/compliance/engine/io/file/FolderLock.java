package io.jenkins.plugins.compliance.engine.io.file;

import io.jenkins.plugins.compliance.engine.io.DisplayText;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a second writer out of a folder. The lock is the operating system's, so it ends with the process that holds it,
 * however that ends; the lock file that remains means nothing by itself and says who held it last.
 */
public final class FolderLock implements Closeable {
    /** Name of the lock file. */
    public static final String FILE = ".compliance.lock";

    private static final int POLL_MILLIS = 50;
    private static final int HOLDER_BYTES = 200;
    /** The locked byte lies beyond the text, which stays readable on systems where a lock also keeps readers out. */
    private static final long LOCKED_BYTE = 1L << 20;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Locks a folder.
     *
     * @param folder the folder, which must exist
     * @param wait how long to wait for another writer to end
     * @param holder who asks for it, for the message that somebody else gets: one line
     * @throws FolderLockedException when somebody else still holds it after that time
     * @throws IOException when the lock file can't be written, or the wait was interrupted
     */
    public static FolderLock acquire(Path folder, Duration wait, String holder) throws IOException {
        Path file = folder.resolve(FILE);
        if (Files.isSymbolicLink(file)) {
            throw new FileSystemException(
                    file.toString(), null, "is a symbolic link; a lock must be a file of its own");
        }
        FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE,
                LinkOption.NOFOLLOW_LINKS);
        boolean held = false;
        try {
            long start = System.nanoTime();
            FileLock lock = tryLock(channel);
            while (lock == null) {
                if (System.nanoTime() - start >= wait.toNanos()) {
                    throw new FolderLockedException(folder, read(channel), wait);
                }
                pause(folder);
                lock = tryLock(channel);
            }
            write(channel, holder);
            held = true;
            return new FolderLock(channel);
        } finally {
            if (!held) {
                channel.close();
            }
        }
    }

    /** A text for {@code holder} that tells this process from others. */
    public static String thisProcess(Instant since) {
        return "process " + ProcessHandle.current().pid() + ", since "
                + since.truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }

    /** Lets the next one in. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static @edu.umd.cs.findbugs.annotations.CheckForNull FileLock tryLock(FileChannel channel)
            throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    private static void pause(Path folder) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the lock on " + folder, e);
        }
    }

    private static void write(FileChannel channel, String holder) throws IOException {
        byte[] text = holder.lines().findFirst().orElse("").getBytes(StandardCharsets.UTF_8);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text, 0, Math.min(text.length, HOLDER_BYTES)), 0);
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(HOLDER_BYTES);
        channel.read(text, 0);
        String holder = StandardCharsets.UTF_8.decode(text.flip()).toString();
        return DisplayText.line(holder);
    }
}
