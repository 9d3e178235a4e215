package io.jenkins.plugins.compliance.cli.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The log of one run, for people: what was called and what it printed. */
final class ScanLog {
    private ScanLog() {}

    static Path write(Path file, List<String> command, BoundedCapture out, BoundedCapture err) throws IOException {
        try (OutputStream log = Files.newOutputStream(file)) {
            line(
                    log,
                    "command: "
                            + String.join(
                                    " ", command.stream().map(ScanLog::quoted).toList()));
            section(log, "standard output", out);
            section(log, "standard error", err);
        }
        return file;
    }

    private static void section(OutputStream log, String title, BoundedCapture capture) throws IOException {
        if (capture.total() > 0) {
            line(log, "---- " + title + ", " + capture.total() + " bytes");
            capture.writeTo(log);
            line(log, "");
        }
    }

    private static void line(OutputStream log, String text) throws IOException {
        log.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String argument) {
        boolean plain = !argument.isEmpty()
                && argument.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_./=:,+@%".indexOf(c) >= 0);
        return plain ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
