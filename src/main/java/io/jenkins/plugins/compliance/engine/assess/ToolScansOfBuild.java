package io.jenkins.plugins.compliance.engine.assess;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ScannedPart;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The scans of one build by one tool. A build may scan directory by directory, and on several agents: each scan speaks, and together
 * they must have looked at everything. Every procedure that asks for the tool asks the same: what does not depend on the procedure is
 * found out once.
 */
final class ToolScansOfBuild {
    private final List<Evidence> runs;

    @CheckForNull
    private List<Evidence> outermost;

    @CheckForNull
    private List<Phrase> doubts;

    @CheckForNull
    private Optional<Phrase> rest;

    /** Takes the scans of a build, oldest first, and leaves out those that do not speak: those that failed and were repeated. */
    private ToolScansOfBuild(List<Evidence> runs) {
        Set<String> scannedLater = new HashSet<>();
        Deque<Evidence> speaking = new ArrayDeque<>();
        for (int i = runs.size() - 1; i >= 0; i--) {
            Evidence run = runs.get(i);
            boolean repeated = !scannedLater.add(scan(run).directory());
            boolean failed = !scan(run).counts() && run.integrity() instanceof Evidence.Integrity.Verified;
            if (!failed || !repeated) {
                speaking.addFirst(run);
            }
        }
        this.runs = List.copyOf(speaking);
    }

    /** The scans that speak, oldest first. */
    List<Evidence> runs() {
        return runs;
    }

    /** The scans of a tool build by build, the newest build first. */
    static List<ToolScansOfBuild> of(List<Evidence> scans) {
        Map<String, Deque<Evidence>> byBuild = new LinkedHashMap<>();
        for (int i = scans.size() - 1; i >= 0; i--) {
            Evidence scan = scans.get(i);
            byBuild.computeIfAbsent(scan.origin().build(), build -> new ArrayDeque<>())
                    .addFirst(scan);
        }
        return byBuild.values().stream()
                .map(build -> new ToolScansOfBuild(List.copyOf(build)))
                .toList();
    }

    /** Why they can't be relied on; empty when they can. */
    List<Phrase> doubts() {
        List<Phrase> known = doubts;
        if (known == null) {
            known = runs.stream()
                    .flatMap(run -> EvidenceDoubts.doubts(run).stream())
                    .toList();
            doubts = known;
        }
        return known;
    }

    /** What of the workspace none of them looked at, in words; empty when nothing was left out. */
    Optional<Phrase> rest() {
        Optional<Phrase> known = rest;
        if (known == null) {
            known = leftOut();
            rest = known;
        }
        return known;
    }

    private Optional<Phrase> leftOut() {
        List<ScannedPart> parts = new ArrayList<>();
        for (Evidence run : outermost()) {
            ScannedPart part = scan(run).part();
            if (part == null) {
                return Optional.empty();
            }
            parts.add(part);
        }
        long scanned = parts.stream().mapToLong(ScannedPart::files).sum();
        long rest = parts.stream()
                .mapToLong(part -> part.files() + (long) part.elsewhere() - scanned)
                .max()
                .orElse(0);
        return rest <= 0
                ? Optional.empty()
                : Optional.of(OutcomeReason.FILES_NOT_SCANNED.of(
                        rest, parts.stream().map(ScannedPart::directory).toList()));
    }

    /** Which thresholds are exceeded by what they found together; no finding is counted twice. */
    List<Phrase> exceeded(Check.Thresholds thresholds) {
        List<Evidence> together = outermost();
        List<Phrase> exceeded = new ArrayList<>(ThresholdCheck.exceeded(thresholds, together));
        for (Evidence run : runs) {
            if (together.stream().noneMatch(each -> each == run)) {
                exceeded.addAll(ThresholdCheck.exceeded(thresholds, List.of(run)));
            }
        }
        return exceeded.size() < 2 ? exceeded : exceeded.stream().distinct().toList();
    }

    /** How many findings there are; none is counted twice. */
    long findings() {
        long findings = 0;
        for (Evidence run : outermost()) {
            for (ReportFact report : run.reports()) {
                findings += report.tally().total();
            }
        }
        return findings;
    }

    /** The directories; empty when all of the workspace was scanned. */
    List<String> where() {
        List<String> directories =
                outermost().stream().map(run -> scan(run).directory()).toList();
        return directories.contains("") ? List.of() : directories;
    }

    /** The newest scan of each directory that lies in no other one. */
    private List<Evidence> outermost() {
        List<Evidence> known = outermost;
        if (known == null) {
            known = runs.size() < 2 ? runs : outermost(runs);
            outermost = known;
        }
        return known;
    }

    private static List<Evidence> outermost(List<Evidence> runs) {
        // By the directory with a slash at its end, so that what lies in a directory comes right after it.
        TreeMap<String, Evidence> newest = new TreeMap<>();
        for (Evidence run : runs) {
            String directory = scan(run).directory();
            newest.put(directory.isEmpty() ? "" : directory + "/", run);
        }
        List<Evidence> outermost = new ArrayList<>();
        String last = null;
        for (Map.Entry<String, Evidence> each : newest.entrySet()) {
            if (last == null || !each.getKey().startsWith(last)) {
                last = each.getKey();
                outermost.add(each.getValue());
            }
        }
        return outermost;
    }

    private static Fact.Scan scan(Evidence run) {
        return (Fact.Scan) run.fact();
    }
}
