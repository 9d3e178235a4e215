package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.io.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.function.Predicate;

/**
 * Licence expressions as bills of materials state them (SPDX 2.3, annex D): ids joined by {@code AND}, {@code OR} and
 * {@code WITH}, with parentheses. Where a choice is offered, a choice that obeys the policy is enough. What looks like an
 * expression and can't be parsed offers no choice.
 */
final class LicenceExpression {
    private static final int DEEPEST = 100;

    private final List<String> tokens;
    private int next;
    private boolean malformed;

    private LicenceExpression(String expression) {
        List<String> all = new ArrayList<>();
        StringTokenizer tokenizer = new StringTokenizer(expression, " \t()", true);
        while (tokenizer.hasMoreTokens()) {
            String token = tokenizer.nextToken();
            if (!token.isBlank()) {
                all.add(token);
            }
        }
        tokens = List.copyOf(all);
    }

    /** The licence ids of an expression; a text that is no expression is one id, whole. */
    static List<String> ids(String licence) {
        if (!isExpression(licence)) {
            return List.of(licence);
        }
        return new LicenceExpression(licence)
                .tokens.stream().filter(token -> !isPunctuation(token)).toList();
    }

    /** Whether the licence can be had without taking a denied id. */
    static boolean avoidable(String licence, List<String> denied) {
        Predicate<String> permitted = id -> denied.stream().noneMatch(deny -> Wildcard.matches(deny, id));
        return holds(licence, permitted).orElseGet(() -> ids(licence).stream().allMatch(permitted));
    }

    /** Whether the licence can be had by taking allowed ids alone. */
    static boolean satisfiable(String licence, List<String> allowed) {
        Predicate<String> permitted = id -> allowed.stream().anyMatch(allow -> Wildcard.matches(allow, id));
        return holds(licence, permitted).orElseGet(() -> permitted.test(licence));
    }

    /** Empty when the licence can't be parsed. */
    private static Optional<Boolean> holds(String licence, Predicate<String> acceptable) {
        if (!isExpression(licence)) {
            return Optional.of(acceptable.test(licence));
        }
        LicenceExpression expression = new LicenceExpression(licence);
        boolean holds = expression.either(acceptable, 0);
        boolean parsed = !expression.malformed && expression.next == expression.tokens.size();
        return parsed ? Optional.of(holds) : Optional.empty();
    }

    private static boolean isExpression(String licence) {
        return licence.startsWith("(")
                || licence.contains(" OR ")
                || licence.contains(" AND ")
                || licence.contains(" WITH ");
    }

    private static boolean isPunctuation(String token) {
        return switch (token) {
            case "AND", "OR", "WITH", "(", ")" -> true;
            default -> false;
        };
    }

    private boolean either(Predicate<String> acceptable, int depth) {
        boolean holds = both(acceptable, depth);
        while (take("OR")) {
            holds |= both(acceptable, depth);
        }
        return holds;
    }

    private boolean both(Predicate<String> acceptable, int depth) {
        boolean holds = single(acceptable, depth);
        while (take("AND")) {
            holds &= single(acceptable, depth);
        }
        return holds;
    }

    private boolean single(Predicate<String> acceptable, int depth) {
        if (depth > DEEPEST) {
            malformed = true;
            return false;
        }
        if (take("(")) {
            boolean holds = either(acceptable, depth + 1);
            malformed |= !take(")");
            return holds;
        }
        boolean holds = acceptable.test(id());
        if (take("WITH")) {
            id();
        }
        return holds;
    }

    private String id() {
        if (next < tokens.size() && !isPunctuation(tokens.get(next))) {
            return tokens.get(next++);
        }
        malformed = true;
        return "";
    }

    private boolean take(String token) {
        if (next < tokens.size() && tokens.get(next).equals(token)) {
            next++;
            return true;
        }
        return false;
    }
}
