package io.jenkins.plugins.compliance.engine.evidence.form;

import io.jenkins.plugins.compliance.engine.evidence.BrokenEnvelopeException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Moments of recording as text of one width, so that they can be compared as text:
 * {@code 2026-11-21T08:30:00.000Z} (ISO 8601, UTC, three digits after the point); and steps of the clock as
 * {@code PT3600.500S}.
 */
public final class RecordedTime {
    /** Characters of a moment. */
    static final int LENGTH = 24;

    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z");
    private static final int MILLIS = 1000;

    private RecordedTime() {}

    /** The moment without what is finer than a millisecond. */
    public static Instant truncated(Instant moment) {
        Instant millis = moment.truncatedTo(ChronoUnit.MILLIS);
        if (millis.isBefore(Instant.EPOCH) || millis.isAfter(END)) {
            throw new IllegalArgumentException("the clock says " + moment + ", which can't be right");
        }
        return millis;
    }

    /** A moment as text. */
    static String text(Instant moment) {
        LocalDateTime at = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        return String.format(
                Locale.ROOT,
                "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ",
                at.getYear(),
                at.getMonthValue(),
                at.getDayOfMonth(),
                at.getHour(),
                at.getMinute(),
                at.getSecond(),
                moment.toEpochMilli() % MILLIS);
    }

    /** A step of the clock as text. */
    static String text(Duration step) {
        return String.format(Locale.ROOT, "PT%d.%03dS", step.getSeconds(), step.toMillisPart());
    }

    /**
     * The moment that stands at a place of an array.
     *
     * @throws BrokenEnvelopeException when none stands there
     */
    static Instant parse(byte[] text, int at) throws BrokenEnvelopeException {
        boolean punctuated = text[at + 4] == '-'
                && text[at + 7] == '-'
                && text[at + 10] == 'T'
                && text[at + 13] == ':'
                && text[at + 16] == ':'
                && text[at + 19] == '.'
                && text[at + 23] == 'Z';
        if (punctuated) {
            try {
                return LocalDateTime.of(
                                digits(text, at, 4),
                                digits(text, at + 5, 2),
                                digits(text, at + 8, 2),
                                digits(text, at + 11, 2),
                                digits(text, at + 14, 2),
                                digits(text, at + 17, 2),
                                digits(text, at + 20, 3) * 1_000_000)
                        .toInstant(ZoneOffset.UTC);
            } catch (DateTimeException outOfRange) {
                throw new BrokenEnvelopeException("its time of recording is not a moment");
            }
        }
        throw new BrokenEnvelopeException("its time of recording has not the form that is expected");
    }

    private static int digits(byte[] text, int at, int count) throws BrokenEnvelopeException {
        int value = 0;
        for (int i = at; i < at + count; i++) {
            if (text[i] < '0' || text[i] > '9') {
                throw new BrokenEnvelopeException("its time of recording has not the form that is expected");
            }
            value = value * 10 + text[i] - '0';
        }
        return value;
    }
}
