package io.jenkins.plugins.compliance.engine.export.html;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments for people, always in UTC and saying so. */
final class Moment {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Moment() {}

    static void write(Html html, Instant moment) throws IOException {
        html.element("time", FORMAT.format(moment), "datetime", moment.toString());
    }
}
