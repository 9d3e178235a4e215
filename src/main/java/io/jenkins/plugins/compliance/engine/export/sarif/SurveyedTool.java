package io.jenkins.plugins.compliance.engine.export.sarif;

import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is known of one tool before its findings are written. */
final class SurveyedTool {
    /** Results of further rules name their rule and describe it no more. */
    private static final int RULES = 20_000;

    /** More than there are in the enumeration. */
    private static final int WEAKNESSES = 5_000;

    private final String name;
    private final SortedSet<EvidenceRef> evidence = new TreeSet<>();
    private final Map<String, SurveyedRule> rules = new LinkedHashMap<>();
    private final SortedSet<Integer> weaknesses = new TreeSet<>();
    private final List<Fact.Scan> invocations = new ArrayList<>();
    private boolean suppressions;
    private boolean compared = true;

    SurveyedTool(String name) {
        this.name = name;
    }

    void add(EvidenceRef found, Finding finding) {
        evidence.add(found);
        suppressions = suppressions || finding.state().suppressed();
        compared = compared && finding.state().baseline() != null;
        finding.cwes().stream()
                .map(CweClaim::cwe)
                .limit(Math.max(0, WEAKNESSES - weaknesses.size()))
                .forEach(weaknesses::add);
        SurveyedRule rule = rules.get(finding.rule());
        if (rule != null) {
            rule.add(finding);
        } else if (rules.size() < RULES) {
            rules.put(finding.rule(), new SurveyedRule(rules.size(), finding));
        }
    }

    void invoked(Fact.Scan scan) {
        invocations.add(scan);
    }

    String name() {
        return name;
    }

    /** Sequence numbers of the evidence that holds its findings. */
    Set<EvidenceRef> evidence() {
        return evidence;
    }

    /** Its rules by id, in the order of their index. */
    Map<String, SurveyedRule> rules() {
        return rules;
    }

    /** Weaknesses of its findings, ascending. */
    SortedSet<Integer> weaknesses() {
        return weaknesses;
    }

    List<Fact.Scan> invocations() {
        return invocations;
    }

    /** Whether any finding is suppressed: then every result of the run has to say (SARIF 2.1.0, section 3.27.23). */
    boolean suppressions() {
        return suppressions;
    }

    /** Whether every finding was compared with an earlier run: only then may results say (section 3.27.24). */
    boolean compared() {
        return compared;
    }
}
