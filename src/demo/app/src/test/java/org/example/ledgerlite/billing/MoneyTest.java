package org.example.ledgerlite.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void addsInOneCurrency() {
        assertEquals(Money.of("12.50", "EUR"), Money.of("10", "EUR").plus(Money.of("2.5", "EUR")));
    }

    @Test
    void refusesToMixCurrencies() {
        Money euro = Money.of("1", "EUR");
        Money franc = Money.of("1", "CHF");
        assertThrows(IllegalArgumentException.class, () -> euro.plus(franc));
    }

    @Test
    void keepsTheDecimalsOfTheCurrency() {
        assertEquals("100 JPY", Money.of("100.4", "JPY").toString());
    }

    @Test
    void roundsHalfToEven() {
        assertEquals(Money.of("0.12", "EUR"), Money.of("2.50", "EUR").percent(new BigDecimal("5")));
    }
}
