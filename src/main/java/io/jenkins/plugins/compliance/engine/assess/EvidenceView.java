package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.engine.evidence.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The evidence that was there at one moment, found by what checks ask for. */
final class EvidenceView {
    private final List<Evidence> visible = new ArrayList<>();
    private final Map<EvidenceKind, List<Evidence>> byKind = new EnumMap<>(EvidenceKind.class);
    private final Map<String, Evidence> newestScan = new HashMap<>();
    private final Map<String, Set<String>> toolsOfCategory = new HashMap<>();
    private Optional<Evidence> newestPlan = Optional.empty();

    EvidenceView(List<Evidence> ledger, Instant asOf) {
        for (Evidence each : ledger) {
            if (!each.recordedAt().isAfter(asOf)) {
                add(each);
            }
        }
    }

    private void add(Evidence evidence) {
        visible.add(evidence);
        byKind.computeIfAbsent(evidence.kind(), kind -> new ArrayList<>()).add(evidence);
        if (evidence.fact() instanceof Fact.Scan scan) {
            newestScan.put(scan.tool(), evidence);
            toolsOfCategory
                    .computeIfAbsent(scan.category(), category -> new LinkedHashSet<>())
                    .add(scan.tool());
        } else if (evidence.fact() instanceof Fact.Plan) {
            newestPlan = Optional.of(evidence);
        }
    }

    List<Evidence> all() {
        return visible;
    }

    List<Evidence> of(EvidenceKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** The newest scan by a tool. */
    Optional<Evidence> scanBy(String tool) {
        return Optional.ofNullable(newestScan.get(tool));
    }

    /** The newest plan of what was to be scanned. */
    Optional<Evidence> plan() {
        return newestPlan;
    }

    /** Tools of a category that ever left evidence. */
    Set<String> toolsOf(String category) {
        return toolsOfCategory.getOrDefault(category, Set.of());
    }

    /** The newest build that left evidence; empty when there is none. */
    String newestBuild() {
        return visible.isEmpty() ? "" : visible.get(visible.size() - 1).origin().build();
    }

    /**
     * All evidence of a kind that fits and comes from the same build as the newest that fits: a build may record several test
     * reports, and all of them speak.
     */
    List<Evidence> newestBuildOf(EvidenceKind kind, Predicate<Evidence> fits) {
        return newestBuildOf(of(kind), fits);
    }

    static List<Evidence> newestBuildOf(List<Evidence> candidates, Predicate<Evidence> fits) {
        List<Evidence> found = new ArrayList<>();
        for (int i = candidates.size() - 1; i >= 0; i--) {
            Evidence each = candidates.get(i);
            if (!found.isEmpty()
                    && !each.origin().build().equals(found.get(0).origin().build())) {
                break;
            }
            if (fits.test(each)) {
                found.add(0, each);
            }
        }
        return found;
    }
}
