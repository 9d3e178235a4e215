package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.io.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.function.Predicate;

/**
 * Licence expressions as bills of materials state them (SPDX 2.3, annex D): ids joined by {@code AND}, {@code OR} and
 * {@code WITH}, with parentheses. Where a choice is offered, a choice that obeys the policy is enough.
 */
final class LicenceExpression {
    private final List<String> tokens;
    private int next;

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
                .tokens.stream()
                        .filter(token -> !isOperator(token) && !token.equals("(") && !token.equals(")"))
                        .toList();
    }

    /** Whether the licence can be had without taking a denied id. */
    static boolean avoidable(String licence, List<String> denied) {
        return holds(licence, id -> denied.stream().noneMatch(deny -> Wildcard.matches(deny, id)));
    }

    /** Whether the licence can be had by taking allowed ids alone. */
    static boolean satisfiable(String licence, List<String> allowed) {
        return holds(licence, id -> allowed.stream().anyMatch(allow -> Wildcard.matches(allow, id)));
    }

    private static boolean holds(String licence, Predicate<String> acceptable) {
        if (!isExpression(licence)) {
            return acceptable.test(licence);
        }
        return new LicenceExpression(licence).either(acceptable, 0);
    }

    private static boolean isExpression(String licence) {
        return licence.contains(" OR ") || licence.contains(" AND ") || licence.contains(" WITH ");
    }

    private static boolean isOperator(String token) {
        return token.equals("AND") || token.equals("OR") || token.equals("WITH");
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
        if (next >= tokens.size() || depth > 100) {
            return false;
        }
        if (take("(")) {
            boolean holds = either(acceptable, depth + 1);
            take(")");
            return holds;
        }
        boolean holds = acceptable.test(tokens.get(next++));
        if (take("WITH") && next < tokens.size()) {
            next++;
        }
        return holds;
    }

    private boolean take(String token) {
        if (next < tokens.size() && tokens.get(next).equals(token)) {
            next++;
            return true;
        }
        return false;
    }
}
