package io.jenkins.plugins.compliance.engine.export;

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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The first findings that stand against each procedure, worst first: those that break its thresholds. Holds at most a few findings a
 * procedure and threshold, however many there are.
 */
public final class ProcedureFindings {
    /** What the findings of a procedure are held against, where its check counts any. */
    private static final Check.Cases<Optional<Bounds>> BOUNDS = new Check.Cases<>(
            scan -> Optional.of(new Bounds(scan.thresholds(), false)),
            report -> Optional.of(new Bounds(report.thresholds(), true)),
            sbom -> Optional.empty(),
            test -> Optional.empty(),
            attestation -> Optional.empty(),
            approval -> Optional.empty(),
            pipelineFact -> Optional.empty());

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
            Bounds bounds = each.procedure().check().match(BOUNDS).orElse(null);
            if (bounds != null && (each.outcome().waivable() || each.outcome() == Outcome.WAIVED)) {
                groups.put(each.procedure().id(), new FindingsAgainst(bounds.thresholds(), bounds.together(), limit));
                wanted.addAll(each.explanation().evidence());
                if (bounds.thresholds().newOnly()) {
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

    /**
     * What findings are held against.
     *
     * @param thresholds how many there may be
     * @param together whether the findings of all evidence are counted together, not those of each by themselves
     */
    private record Bounds(Thresholds thresholds, boolean together) {}

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
