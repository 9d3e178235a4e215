package org.example.ledgerlite.web;

import java.util.Map;
import org.apache.commons.text.StringEscapeUtils;
import org.apache.commons.text.StringSubstitutor;
import org.example.ledgerlite.billing.Invoice;
import org.example.ledgerlite.billing.ReminderSchedule.Level;

/** Fills in the reminder letters. */
public final class ReminderText {

    private static final Map<Level, String> LETTERS = Map.of(
            Level.FRIENDLY, "Dear ${customer}, have you overlooked our invoice ${number}?",
            Level.FIRM, "Dear ${customer}, please pay ${total} for our invoice ${number} within ten days.",
            Level.COLLECTION, "Our invoice ${number} of ${total} has been handed to debt collection.");

    private ReminderText() {}

    public static String html(Level level, Invoice invoice) {
        Map<String, String> values = Map.of(
                "customer", StringEscapeUtils.escapeHtml4(invoice.customer()),
                "number", StringEscapeUtils.escapeHtml4(invoice.number()),
                "total", invoice.total().toString());
        return new StringSubstitutor(values).replace(LETTERS.getOrDefault(level, ""));
    }
}
