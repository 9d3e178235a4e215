package io.jenkins.plugins.compliance.engine.scan;

import io.jenkins.plugins.compliance.engine.io.Wildcard;
import io.jenkins.plugins.compliance.engine.report.secrets.Redaction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the lines of a log by which a tool admits that it failed. */
public final class LogAlarms {
    private static final int MOST = 3;
    private static final int LONGEST = 300;

    private LogAlarms() {}

    /**
     * The first lines that match; secrets in them are redacted.
     *
     * @param log the log, bounded by whoever captured it
     * @param patterns patterns with {@code *}
     */
    public static List<String> in(Path log, List<String> patterns) throws IOException {
        List<String> found = new ArrayList<>();
        if (patterns.isEmpty()) {
            return found;
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(log), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && found.size() < MOST; line = lines.readLine()) {
                String text = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
                if (patterns.stream().anyMatch(pattern -> Wildcard.matches(pattern, text))) {
                    found.add(Redaction.of(text.strip()));
                }
            }
        }
        return found;
    }
}
