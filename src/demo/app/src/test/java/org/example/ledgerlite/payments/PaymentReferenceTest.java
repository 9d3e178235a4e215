package org.example.ledgerlite.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PaymentReferenceTest {

    @Test
    void computesCheckDigits() {
        assertEquals("RF18539007547034", PaymentReference.forInvoice("539007547034"));
    }

    @Test
    void acceptsWhatItMade() {
        assertTrue(PaymentReference.isValid(PaymentReference.forInvoice("2026-0042")));
    }

    @Test
    void noticesSwappedDigits() {
        assertFalse(PaymentReference.isValid("RF18539007547043"));
    }

    @Test
    void refusesANumberThatIsTooLong() {
        assertThrows(IllegalArgumentException.class, () -> PaymentReference.forInvoice("1234567890123456789012"));
    }
}
