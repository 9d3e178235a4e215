package org.example.ledgerlite.billing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Decides which reminder an unpaid invoice gets: a friendly one, a firm one, then debt collection. */
public final class ReminderSchedule {

    public enum Level {
        NONE,
        FRIENDLY,
        FIRM,
        COLLECTION
    }

    private final int friendlyAfterDays;
    private final int firmAfterDays;
    private final int collectionAfterDays;

    public ReminderSchedule(int friendlyAfterDays, int firmAfterDays, int collectionAfterDays) {
        if (friendlyAfterDays >= firmAfterDays || firmAfterDays >= collectionAfterDays) {
            throw new IllegalArgumentException("each reminder has to come later than the one before");
        }
        this.friendlyAfterDays = friendlyAfterDays;
        this.firmAfterDays = firmAfterDays;
        this.collectionAfterDays = collectionAfterDays;
    }

    public Level levelFor(Invoice invoice, LocalDate today) {
        long days = ChronoUnit.DAYS.between(invoice.due(), today);
        if (days >= collectionAfterDays) {
            return Level.COLLECTION;
        }
        if (days >= firmAfterDays) {
            return Level.FIRM;
        }
        return days >= friendlyAfterDays ? Level.FRIENDLY : Level.NONE;
    }
}
