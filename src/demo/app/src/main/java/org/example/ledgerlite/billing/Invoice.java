package org.example.ledgerlite.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** An invoice as it was sent; it never changes once it has a number. */
public record Invoice(String number, String customer, LocalDate issued, LocalDate due, List<Line> lines) {

    /** One position on an invoice, at the value-added tax rate that was in force. */
    public record Line(String text, int quantity, Money unitPrice, BigDecimal taxRate) {
        public Money net() {
            return new Money(unitPrice.amount().multiply(BigDecimal.valueOf(quantity)), unitPrice.currency());
        }

        public Money tax() {
            return net().percent(taxRate);
        }
    }

    public Invoice {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("invoice " + number + " has no lines");
        }
        if (due.isBefore(issued)) {
            throw new IllegalArgumentException("invoice " + number + " is due before it was issued");
        }
    }

    public Money total() {
        return lines.stream().map(line -> line.net().plus(line.tax())).reduce(Money::plus).orElseThrow();
    }

    public boolean isOverdue(LocalDate today) {
        return today.isAfter(due);
    }
}
