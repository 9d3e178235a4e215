package io.jenkins.plugins.compliance.engine.policy;

import io.jenkins.plugins.compliance.engine.io.document.DocumentProblems;
import io.jenkins.plugins.compliance.engine.policy.tag.PolicySyntaxException;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads cadences: words, {@code every N days}, and periods of ISO 8601. */
public final class CadenceParser {
    public static final List<String> WORDS =
            List.of("every-build", "daily", "weekly", "monthly", "quarterly", "yearly", "once");
    private static final Map<String, Period> NAMED = Map.of(
            "daily", Period.ofDays(1),
            "weekly", Period.ofWeeks(1),
            "monthly", Period.ofMonths(1),
            "quarterly", Period.ofMonths(3),
            "yearly", Period.ofYears(1));
    private static final String EXPECTED =
            String.join(", ", WORDS) + ", \"every N days\" (weeks, months, years) or an ISO 8601 period such as P90D";
    private static final int MOST_YEARS = 100;

    private CadenceParser() {}

    /**
     * Reads a cadence.
     *
     * @throws PolicySyntaxException when the text is no cadence
     */
    static Cadence parse(String text) {
        String word = text.strip();
        Period named = NAMED.get(word);
        if (named != null) {
            return new Cadence.Every(named, word);
        }
        return switch (word) {
            case "every-build" -> new Cadence.EveryBuild();
            case "once" -> new Cadence.Once();
            default ->
                new Cadence.Every(
                        counted(word)
                                .or(() -> iso(word))
                                .filter(CadenceParser::reasonable)
                                .orElseThrow(() -> error(text, EXPECTED)),
                        word);
        };
    }

    /**
     * Reads a period of ISO 8601 in years, months, weeks and days.
     *
     * @throws PolicySyntaxException when the text is no such period, or it is not positive, or longer than a hundred years
     */
    public static Period period(String text) {
        return iso(text.strip())
                .filter(CadenceParser::reasonable)
                .orElseThrow(() ->
                        error(text, "an ISO 8601 period of at most " + MOST_YEARS + " years, such as P90D or P1Y"));
    }

    private static Optional<Period> counted(String word) {
        String[] parts = word.split(" +", -1);
        if (parts.length < 2 || parts.length > 3 || !parts[0].equals("every")) {
            return Optional.empty();
        }
        String count = parts.length == 2 ? "1" : parts[1];
        if (count.length() > 5 || count.isEmpty() || !count.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int number = Integer.parseInt(count);
        return switch (parts[parts.length - 1]) {
            case "day", "days" -> Optional.of(Period.ofDays(number));
            case "week", "weeks" -> Optional.of(Period.ofWeeks(number));
            case "month", "months" -> Optional.of(Period.ofMonths(number));
            case "year", "years" -> Optional.of(Period.ofYears(number));
            default -> Optional.empty();
        };
    }

    private static Optional<Period> iso(String word) {
        if (word.length() > 20 || !word.toUpperCase(Locale.ROOT).equals(word)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Period.parse(word));
        } catch (java.time.DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static boolean reasonable(Period period) {
        boolean signs = period.getYears() >= 0 && period.getMonths() >= 0 && period.getDays() >= 0 && !period.isZero();
        return signs && period.toTotalMonths() <= MOST_YEARS * 12L && period.getDays() <= MOST_YEARS * 366L;
    }

    private static PolicySyntaxException error(String text, String expected) {
        return new PolicySyntaxException(1, "found " + DocumentProblems.quoted(text) + ", expected " + expected);
    }
}
