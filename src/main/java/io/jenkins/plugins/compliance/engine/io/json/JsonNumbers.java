package io.jenkins.plugins.compliance.engine.io.json;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Numbers as tools write them: as numbers, as strings, whole numbers with a fraction of zero. */
final class JsonNumbers {
    /** Longer texts are no number that any format has; parsing them would only cost time. */
    private static final int LONGEST = 64;

    private JsonNumbers() {}

    static OptionalLong integer(@CheckForNull String text) {
        if (text == null || text.isEmpty() || text.length() > LONGEST) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text.trim()));
        } catch (NumberFormatException notWhole) {
            OptionalDouble number = number(text);
            return number.isPresent()
                            && number.getAsDouble() == Math.rint(number.getAsDouble())
                            && Math.abs(number.getAsDouble()) < Long.MAX_VALUE
                    ? OptionalLong.of((long) number.getAsDouble())
                    : OptionalLong.empty();
        }
    }

    static OptionalDouble number(@CheckForNull String text) {
        if (text == null || text.isEmpty() || text.length() > LONGEST || !looksDecimal(text)) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }

    // Double.parseDouble also takes "NaN", hexadecimal numbers and suffixes such as "1f".
    private static boolean looksDecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && "+-.eE ".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
