package io.jenkins.plugins.compliance.engine.report.cwe;

import io.jenkins.plugins.compliance.engine.io.file.TsvResource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Our own table of which weakness a rule looks for, for tools that do not state it. */
public final class RuleWeaknesses {
    private static final class Table {
        private static final Map<String, Map<String, List<CweClaim>>> TOOLS = load();
    }

    private static final String ANY = "*";

    private RuleWeaknesses() {}

    /**
     * The weaknesses that our table gives for a rule, on the basis of {@link CweClaim.Basis#RULE}; empty when it has none.
     *
     * @param tool name of the tool, in any case; also as part of a longer name ({@code PMD}, {@code Bandit 1.8})
     * @param rule the tool's id of the rule
     */
    public static List<CweClaim> of(String tool, String rule) {
        Map<String, List<CweClaim>> rules = rules(tool);
        List<CweClaim> exact = rules.get(rule);
        return exact == null ? rules.getOrDefault(ANY, List.of()) : exact;
    }

    private static Map<String, List<CweClaim>> rules(String tool) {
        Map<String, List<CweClaim>> exact = Table.TOOLS.get(tool);
        if (exact != null) {
            return exact;
        }
        String lower = tool.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, Map<String, List<CweClaim>>> known : Table.TOOLS.entrySet()) {
            if (isWordIn(known.getKey(), lower)) {
                return known.getValue();
            }
        }
        return Map.of();
    }

    private static boolean isWordIn(String word, String text) {
        int at = text.indexOf(word);
        int end = at + word.length();
        return at >= 0
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    private static Map<String, Map<String, List<CweClaim>>> load() {
        Map<String, Map<String, List<CweClaim>>> tools = new HashMap<>();
        for (String[] row : TsvResource.rows(RuleWeaknesses.class, "rule-weaknesses.tsv")) {
            tools.computeIfAbsent(row[0], tool -> new HashMap<>())
                    .put(row[1], List.of(new CweClaim(Integer.parseInt(row[2]), CweClaim.Basis.RULE)));
        }
        return tools;
    }
}
