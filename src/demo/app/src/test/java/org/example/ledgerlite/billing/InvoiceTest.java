package org.example.ledgerlite.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.example.ledgerlite.billing.ReminderSchedule.Level;
import org.example.ledgerlite.web.ReminderText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 31);

    private static Invoice invoice() {
        BigDecimal rate = new BigDecimal("19");
        return new Invoice("2026-0042", "Müller & Söhne", DUE.minusDays(30), DUE, List.of(
                new Invoice.Line("Hosting, March", 1, Money.of("49.90", "EUR"), rate),
                new Invoice.Line("Support hours", 3, Money.of("80", "EUR"), rate)));
    }

    @Test
    void totalsLinesWithTax() {
        assertEquals(Money.of("344.98", "EUR"), invoice().total());
    }

    @Test
    void isOverdueOnTheDayAfterItIsDue() {
        assertTrue(invoice().isOverdue(DUE.plusDays(1)));
    }

    @Test
    void refusesAnInvoiceWithoutLines() {
        assertThrows(IllegalArgumentException.class, () -> new Invoice("1", "x", DUE, DUE, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"0, NONE", "7, FRIENDLY", "20, FRIENDLY", "21, FIRM", "60, COLLECTION"})
    void remindsInThreeSteps(int daysLate, Level expected) {
        assertEquals(expected, new ReminderSchedule(7, 21, 60).levelFor(invoice(), DUE.plusDays(daysLate)));
    }

    @Test
    void escapesTheCustomerInALetter() {
        assertTrue(ReminderText.html(Level.FRIENDLY, invoice()).contains("M&uuml;ller &amp; S&ouml;hne"));
    }
}
