package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What the results of a run inherit, looked up: made of the {@link RunParts} when the first result is met. */
final class RunContext {
    private final RunParts parts;
    private final RuleBook rules;
    private final Taxonomies taxonomies;
    private final List<Map<Rule, Configuration>> overrides;

    RunContext(RunParts parts) {
        this.parts = parts;
        this.taxonomies = new Taxonomies(parts.driver(), parts.extensions(), parts.taxonomies());
        this.rules = new RuleBook(parts.driver(), parts.extensions(), taxonomies);
        this.overrides = overrides(parts.invocations(), rules);
    }

    RunParts parts() {
        return parts;
    }

    Taxonomies taxonomies() {
        return taxonomies;
    }

    /** The rule of a result; null when the tool does not describe it. */
    @CheckForNull
    RuleBook.Found rule(Result result) {
        return rules.find(result.ruleId, result.ruleIndex, result.rule);
    }

    /**
     * What a rule was configured to (section 3.27.10): an override of the invocation that found the result, which is the only
     * one where there is one alone (section 3.48.6), and else its default.
     *
     * @param rule the rule
     * @param invocation index of the invocation; -1 when not stated
     */
    Configuration configuration(Rule rule, int invocation) {
        int index = invocation < 0 && overrides.size() == 1 ? 0 : invocation;
        Configuration override =
                index >= 0 && index < overrides.size() ? overrides.get(index).get(rule) : null;
        Configuration own = rule.configuration();
        if (override == null) {
            return own;
        }
        return new Configuration(
                override.level() == null ? own.level() : override.level(),
                override.rank() < 0 ? own.rank() : override.rank());
    }

    private static List<Map<Rule, Configuration>> overrides(List<Invocation> invocations, RuleBook rules) {
        List<Map<Rule, Configuration>> all = new ArrayList<>();
        for (Invocation invocation : invocations) {
            Map<Rule, Configuration> overrides = new IdentityHashMap<>();
            for (Invocation.Override override : invocation.overrides()) {
                RuleBook.Found found = rules.find(null, -1, override.rule());
                if (found != null) {
                    overrides.putIfAbsent(found.rule(), override.configuration());
                }
            }
            all.add(overrides);
        }
        return all;
    }
}
