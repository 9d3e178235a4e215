package io.jenkins.plugins.compliance.view;

import io.jenkins.plugins.compliance.engine.assess.DetailsSource;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.report.FindingComparison;
import io.jenkins.plugins.compliance.engine.report.ReportSink;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Looks through the findings of a build, which are streamed: of each severity it keeps no more than the page that is asked for
 * and those before it.
 */
final class FindingsSearch {
    private final DetailsSource details;
    private final BiPredicate<BaselineState, Finding> wanted;
    private final int keep;
    private final Map<Severity, List<Found>> kept = new EnumMap<>(Severity.class);
    private final Set<String> unreadable = new LinkedHashSet<>();
    private int total;

    /**
     * A finding that was looked for.
     *
     * @param finding the finding
     * @param standing how it stands
     * @param evidence sequence number of the evidence that holds it
     */
    record Found(Finding finding, BaselineState standing, long evidence) {}

    /**
     * @param details gives back the findings
     * @param wanted which ones are looked for
     * @param keep how many are needed at most, worst first
     */
    FindingsSearch(DetailsSource details, BiPredicate<BaselineState, Finding> wanted, int keep) {
        this.details = details;
        this.wanted = wanted;
        this.keep = keep;
    }

    /**
     * Looks through a piece of evidence.
     *
     * @param fixed whether those are looked for that are there no more
     */
    void search(ComparedEvidence evidence, boolean fixed) {
        Evidence earlier = evidence.earlier();
        FindingComparison comparison = earlier != null ? comparison(earlier) : FindingComparison.none();
        read(evidence.evidence(), finding -> {
            BaselineState standing =
                    finding.state().counts() ? BaselineState.of(comparison.age(finding)) : BaselineState.SET_ASIDE;
            offer(new Found(finding, standing, evidence.evidence().sequence()));
        });
        if (fixed && earlier != null) {
            Set<String> gone = Set.copyOf(comparison.fixedFingerprints());
            read(earlier, finding -> {
                if (finding.state().counts() && gone.contains(finding.fingerprint())) {
                    offer(new Found(finding, BaselineState.FIXED, earlier.sequence()));
                }
            });
        }
    }

    /** How many were found. */
    int total() {
        return total;
    }

    /** What was found, worst first, at most as many as were to be kept. */
    List<Found> found() {
        List<Found> found = new ArrayList<>();
        for (List<Found> each : kept.values()) {
            found.addAll(each.subList(0, Math.min(each.size(), keep - found.size())));
        }
        return found;
    }

    /** The evidence whose findings could not be read, one sentence each. */
    List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    private FindingComparison comparison(Evidence earlier) {
        FindingComparison.Earlier known = new FindingComparison.Earlier();
        int before = unreadable.size();
        read(earlier, known::finding);
        return unreadable.size() > before ? FindingComparison.none() : FindingComparison.with(known);
    }

    private void offer(Found found) {
        if (wanted.test(found.standing(), found.finding())) {
            total++;
            List<Found> alike = kept.computeIfAbsent(found.finding().severity(), severity -> new ArrayList<>());
            if (alike.size() < keep) {
                alike.add(found);
            }
        }
    }

    /** Takes findings. */
    @FunctionalInterface
    private interface Taker {
        void finding(Finding finding);
    }

    private void read(Evidence evidence, Taker taker) {
        for (ReportFact report : evidence.reports()) {
            if (report.details() != null) {
                try {
                    details.read(evidence, report, new ReportSink() {
                        @Override
                        public void finding(Finding finding) {
                            taker.finding(finding);
                        }
                    });
                } catch (IOException e) {
                    unreadable.add(Messages.Findings_unreadable(evidence.sequence(), evidence.name(), e.getMessage()));
                }
            }
        }
    }
}
