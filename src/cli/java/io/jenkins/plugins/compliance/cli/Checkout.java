package io.jenkins.plugins.compliance.cli;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What git says of a directory.
 *
 * @param source address of the remote {@code origin} without credentials; null when there is none
 * @param revision commit id, with {@code +changes} when the work tree differs from it; null when it is no checkout
 */
public record Checkout(
        @CheckForNull String source, @CheckForNull String revision) {
    private static final Checkout NONE = new Checkout(null, null);
    private static final long SECONDS = 10;

    public static Checkout of(Path directory) {
        try {
            String commit = git(directory, "rev-parse", "HEAD");
            if (commit == null) {
                return NONE;
            }
            String changes = git(directory, "status", "--porcelain", "--untracked-files=no");
            String remote = git(directory, "config", "--get", "remote.origin.url");
            return new Checkout(
                    remote == null || remote.isEmpty() ? null : withoutCredentials(remote),
                    changes == null || changes.isEmpty() ? commit : commit + "+changes");
        } catch (IOException e) {
            // Without git the evidence simply does not name a revision.
            return NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NONE;
        }
    }

    static String withoutCredentials(String remote) {
        int scheme = remote.indexOf("://");
        int at = remote.indexOf('@', scheme + 3);
        int slash = scheme < 0 ? -1 : remote.indexOf('/', scheme + 3);
        return scheme > 0 && at > 0 && (slash < 0 || at < slash)
                ? remote.substring(0, scheme + 3) + remote.substring(at + 1)
                : remote;
    }

    @CheckForNull
    private static String git(Path directory, String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("git", "-C", directory.toString()), Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readNBytes(1 << 20), StandardCharsets.UTF_8).strip();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return null;
        }
        return process.exitValue() == 0 ? output : null;
    }
}
