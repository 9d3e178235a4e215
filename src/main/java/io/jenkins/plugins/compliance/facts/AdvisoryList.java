package io.jenkins.plugins.compliance.facts;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import io.jenkins.plugins.compliance.engine.io.json.JsonInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The security warnings of an update site, read from the file in which Jenkins keeps what the site last said.
 *
 * @param generated when the site made them; null when it does not say
 * @param advisories the warnings about Jenkins itself and about plugins
 */
record AdvisoryList(@CheckForNull Instant generated, List<Advisory> advisories) {
    /** Takes a copy of the warnings. */
    AdvisoryList {
        advisories = List.copyOf(advisories);
    }

    static AdvisoryList read(Path file) throws IOException {
        Instant generated = null;
        List<Advisory> advisories = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                JsonCursor json = JsonInput.open(in, String.valueOf(file.getFileName()), Limits.DEFAULTS)) {
            if (json.beginObject()) {
                for (String name = json.nextName(); name != null; name = json.nextName()) {
                    if (name.equals("generationTimestamp")) {
                        generated = instant(json.text(""));
                    } else if (name.equals("warnings") && json.beginArray()) {
                        while (json.nextElement()) {
                            warning(json, advisories);
                        }
                    }
                }
            }
        }
        return new AdvisoryList(generated, advisories);
    }

    @CheckForNull
    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Warnings about anything but Jenkins and plugins are none that can apply. */
    private static void warning(JsonCursor json, List<Advisory> advisories) throws IOException {
        String id = "";
        String type = "";
        String component = "";
        List<Pattern> versions = new ArrayList<>();
        if (!json.beginObject()) {
            return;
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "id" -> id = json.text("");
                case "type" -> type = json.text("").toLowerCase(Locale.ROOT);
                case "name" -> component = json.text("");
                case "versions" -> versions(json, versions);
                default -> {}
            }
        }
        if (type.equals("core")) {
            advisories.add(new Advisory(id, "", versions));
        } else if (type.equals("plugin") && !component.isEmpty()) {
            advisories.add(new Advisory(id, component, versions));
        }
    }

    private static void versions(JsonCursor json, List<Pattern> versions) throws IOException {
        if (json.beginArray()) {
            while (json.nextElement()) {
                if (json.beginObject()) {
                    for (String name = json.nextName(); name != null; name = json.nextName()) {
                        if (name.equals("pattern")) {
                            versions.add(pattern(json.text("")));
                        }
                    }
                }
            }
        }
    }

    /** One that can't be read is of all versions, as Jenkins takes it too. */
    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            return Pattern.compile(".*");
        }
    }
}
