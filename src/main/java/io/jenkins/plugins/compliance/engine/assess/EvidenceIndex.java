package io.jenkins.plugins.compliance.engine.assess;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.BuildOrder;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.engine.evidence.RecordedBy;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The evidence that was there at one moment, found by what checks ask for. Built in one pass; what a check asks for then costs no
 * walk over the rest.
 */
final class EvidenceIndex {
    private static final String BILLS = "sbom";

    private final List<Evidence> visible;
    private final List<Evidence> tests = new ArrayList<>();
    private final List<Evidence> bills = new ArrayList<>();
    private final Map<String, List<Evidence>> attestations = new HashMap<>();
    private final Map<String, List<Evidence>> approvals = new HashMap<>();
    private final Map<String, List<Evidence>> reports = new HashMap<>();
    private final Map<String, Evidence> newestStating = new HashMap<>();
    private final Map<String, List<Evidence>> scans = new HashMap<>();
    private final Map<String, List<ToolScansOfBuild>> buildScans = new HashMap<>();
    private final List<Evidence> plans = new ArrayList<>();
    private final Map<String, Set<String>> toolsOfCategory = new HashMap<>();
    /** Where evidence is found again, by what was observed. */
    private final Fact.Cases<Consumer<Evidence>> filing = new Fact.Cases<>(
            scan -> evidence -> scan(scan, evidence),
            document -> evidence -> document(document, evidence),
            attestation -> under(attestations, attestation.type())::add,
            approval -> under(approvals, approval.what())::add,
            pipeline -> evidence -> stating(pipeline, evidence),
            plan -> plans::add);

    /**
     * @param ledger the evidence in the order of the ledger
     * @param asOf the moment
     * @param build the build that is judged: later builds do not speak for it, whenever they recorded; null for the newest one
     */
    EvidenceIndex(List<Evidence> ledger, Instant asOf, @CheckForNull String build) {
        visible = RecordedBy.moment(ledger, asOf);
        if (build == null) {
            visible.forEach(this::add);
        } else {
            visible.stream()
                    .filter(each -> !BuildOrder.isLater(each.origin().build(), build))
                    .sorted(BuildOrder.of(visible, build))
                    .forEach(this::add);
        }
    }

    private void add(Evidence evidence) {
        evidence.fact().match(filing).accept(evidence);
    }

    private void scan(Fact.Scan scan, Evidence evidence) {
        under(scans, scan.tool()).add(evidence);
        toolsOfCategory
                .computeIfAbsent(scan.category(), category -> new LinkedHashSet<>())
                .add(scan.tool());
        if (scan.category().equals(BILLS)) {
            bills.add(evidence);
        }
        byFormat(evidence);
    }

    private void document(Fact.Document document, Evidence evidence) {
        if (document.kind() == EvidenceKind.TEST) {
            tests.add(evidence);
        } else if (document.kind() == EvidenceKind.SBOM) {
            bills.add(evidence);
        } else {
            byFormat(evidence);
        }
    }

    private void byFormat(Evidence evidence) {
        Set<String> formats = new LinkedHashSet<>();
        evidence.reports().forEach(report -> formats.add(report.format()));
        formats.forEach(format -> under(reports, format).add(evidence));
    }

    private void stating(Fact.Pipeline pipeline, Evidence evidence) {
        pipeline.facts().keySet().forEach(name -> newestStating.put(name, evidence));
    }

    private static List<Evidence> under(Map<String, List<Evidence>> index, String name) {
        return index.computeIfAbsent(name, absent -> new ArrayList<>());
    }

    /** All that was there, in the order of the ledger, evidence of later builds included. */
    List<Evidence> all() {
        return visible;
    }

    /** All attestations of a type, oldest first. */
    List<Evidence> attestations(String type) {
        return attestations.getOrDefault(type, List.of());
    }

    /** The approvals of a name in the newest build that has one. */
    List<Evidence> approvals(String what) {
        return newestBuildOf(approvals.getOrDefault(what, List.of()));
    }

    /** The reports of a format in the newest build that has one, recorded as such or written by a scan tool. */
    List<Evidence> reports(String format) {
        return newestBuildOf(reports.getOrDefault(format, List.of()));
    }

    /** The test results of the newest build that has one. */
    List<Evidence> tests() {
        return newestBuildOf(tests);
    }

    /** The bills of materials of the newest build that has one, recorded as such or written by a scan tool. */
    List<Evidence> bills() {
        return newestBuildOf(bills);
    }

    /** The newest evidence that states a fact about the pipeline. */
    Optional<Evidence> stating(String fact) {
        return Optional.ofNullable(newestStating.get(fact));
    }

    /** The scans by a tool, build by build, the newest build first. */
    List<ToolScansOfBuild> scansBy(String tool) {
        return buildScans.computeIfAbsent(tool, id -> ToolScansOfBuild.of(scans.getOrDefault(id, List.of())));
    }

    /** The plans of the newest build that has one: it may plan directory by directory, and on several agents. */
    List<Evidence> plans() {
        return newestBuildOf(plans);
    }

    /** The tools that the newest build with a plan was to be scanned by, each once. */
    List<Fact.PlannedTool> plannedTools() {
        Map<String, Fact.PlannedTool> tools = new LinkedHashMap<>();
        for (Evidence plan : plans()) {
            if (plan.fact() instanceof Fact.Plan fact) {
                fact.tools()
                        .forEach(tool -> tools.merge(tool.tool(), tool, (one, other) -> one.present() ? one : other));
            }
        }
        return List.copyOf(tools.values());
    }

    /** Tools of a category that ever left evidence. */
    Set<String> toolsOf(String category) {
        return toolsOfCategory.getOrDefault(category, Set.of());
    }

    /** The newest build that left evidence; empty when there is none. */
    String newestBuild() {
        for (int i = visible.size() - 1; i >= 0; i--) {
            if (!visible.get(i).ofLedger()) {
                return visible.get(i).origin().build();
            }
        }
        return "";
    }

    /** What comes from the build of the newest: a build may record several test reports, and all of them speak. */
    private static List<Evidence> newestBuildOf(List<Evidence> alike) {
        int from = alike.size();
        while (from > 0
                && alike.get(from - 1)
                        .origin()
                        .build()
                        .equals(alike.get(alike.size() - 1).origin().build())) {
            from--;
        }
        return alike.subList(from, alike.size());
    }
}
