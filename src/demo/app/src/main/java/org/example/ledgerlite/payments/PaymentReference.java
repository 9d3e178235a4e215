package org.example.ledgerlite.payments;

import java.util.Locale;

/** A creditor reference in the manner of ISO 11649: "RF", two check digits, then up to 21 characters. */
public final class PaymentReference {

    private PaymentReference() {}

    public static String forInvoice(String invoiceNumber) {
        String body = invoiceNumber.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        if (body.isEmpty() || body.length() > 21) {
            throw new IllegalArgumentException("invoice number does not fit a reference: " + invoiceNumber);
        }
        int check = 98 - remainder(body + "RF00");
        return String.format(Locale.ROOT, "RF%02d%s", check, body);
    }

    public static boolean isValid(String reference) {
        return reference.matches("RF[0-9]{2}[0-9A-Z]{1,21}")
                && remainder(reference.substring(4) + reference.substring(0, 4)) == 1;
    }

    private static int remainder(String text) {
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 36);
            value = (value * (digit > 9 ? 100 : 10) + digit) % 97;
        }
        return value;
    }
}
