package io.jenkins.plugins.compliance.record.clock;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jvnet.localizer.LocaleProvider;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * A moment for people, in their language and always in UTC: who compares evidence from two places must not have to convert.
 *
 * @param moment the moment
 */
@Restricted(NoExternalUse.class)
public record MomentText(Instant moment) {
    /** The text of a moment; null of null. */
    @CheckForNull
    public static MomentText ofNullable(@CheckForNull Instant moment) {
        return moment == null ? null : new MomentText(moment);
    }

    /** Day and minute. */
    public String words() {
        return format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)) + " UTC";
    }

    /** The day. */
    public String day() {
        return format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM));
    }

    /** ISO 8601, to the second. */
    public String iso() {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String format(DateTimeFormatter format) {
        Locale locale = LocaleProvider.getLocale();
        return format.withLocale(locale).withZone(ZoneOffset.UTC).format(moment);
    }
}
