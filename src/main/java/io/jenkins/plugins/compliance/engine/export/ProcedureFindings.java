package io.jenkins.plugins.compliance.engine.export;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Check.Thresholds;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.Tally.Age;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The first findings that stand against each procedure, worst first: those that break its thresholds. Holds at most a few findings a
 * procedure and threshold, however many there are.
 */
public final class ProcedureFindings {
    private final Map<String, FindingsAgainst> groups;

    private ProcedureFindings(Map<String, FindingsAgainst> groups) {
        this.groups = groups;
    }

    /**
     * Reads the findings once.
     *
     * @param chain the assessment
     * @param source gives the findings
     * @param limit how many to keep for one procedure
     */
    public static ProcedureFindings gather(Chain chain, FindingsSource source, int limit) throws IOException {
        Map<String, FindingsAgainst> groups = new HashMap<>();
        Set<EvidenceRef> wanted = new TreeSet<>();
        Set<EvidenceRef> compared = new TreeSet<>();
        for (ProcedureResult each : chain.assessment().procedures()) {
            Check check = each.procedure().check();
            Thresholds thresholds = thresholds(check);
            if (thresholds != null && (each.outcome().waivable() || each.outcome() == Outcome.WAIVED)) {
                groups.put(
                        each.procedure().id(), new FindingsAgainst(thresholds, check instanceof Check.Report, limit));
                wanted.addAll(each.explanation().evidence());
                if (thresholds.newOnly()) {
                    compared.addAll(each.explanation().evidence());
                }
            }
        }
        if (!wanted.isEmpty()) {
            FindingAges ages = FindingAges.of(chain.assessment().evidence(), compared, source);
            source.forEach(wanted, (evidence, finding) -> {
                if (finding.state().counts()) {
                    for (ProcedureResult each : chain.proceduresOf(evidence)) {
                        FindingsAgainst group = groups.get(each.procedure().id());
                        if (group != null) {
                            group.add(evidence, finding, group.newOnly() ? ages.of(evidence, finding) : Age.UNKNOWN);
                        }
                    }
                }
            });
        }
        return new ProcedureFindings(groups);
    }

    /** The findings against a procedure; none when its check asks for none. */
    public Shown of(ProcedureResult procedure) {
        FindingsAgainst group = groups.get(procedure.procedure().id());
        return group == null ? Shown.NOTHING : group.shown();
    }

    private static @CheckForNull Thresholds thresholds(Check check) {
        if (check instanceof Check.Scan scan) {
            return scan.thresholds();
        }
        return check instanceof Check.Report report ? report.thresholds() : null;
    }

    /**
     * Findings against one procedure.
     *
     * @param first the worst, in order
     * @param total how many there are in all
     */
    public record Shown(List<Located> first, long total) {
        private static final Shown NOTHING = new Shown(List.of(), 0);

        /** Takes a copy of the findings. */
        public Shown {
            first = List.copyOf(first);
        }

        /** How many are not shown. */
        public long more() {
            return total - first.size();
        }
    }

    /**
     * A finding and the evidence that holds it.
     *
     * @param evidence the evidence
     * @param finding the finding
     */
    public record Located(EvidenceRef evidence, Finding finding) {}
}
