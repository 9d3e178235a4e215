package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.report.ReportSummary.ComponentCounts;
import io.jenkins.plugins.compliance.engine.wording.Argument;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Judges bills of materials, recorded as such or written by a scan tool of the category {@code sbom}. */
final class SbomCheck {
    private static final String CATEGORY = "sbom";

    private SbomCheck() {}

    static Judgement judge(
            Check.Sbom check, Cadence cadence, EvidenceIndex view, DetailsSource details, Freshness freshness) {
        List<Evidence> evidence = view.bills();
        List<Phrase> unknown = new ArrayList<>();
        Judgement judgement = DocumentCheck.judge(
                evidence,
                OutcomeReason.BILL_OF_MATERIALS.of(),
                cadence,
                freshness,
                found -> violated(check, found, details, unknown));
        List<Phrase> absent = absentTools(view);
        if (absent.isEmpty() && unknown.isEmpty() || judgement.outcome().compareTo(Outcome.MISSING) <= 0) {
            return judgement;
        }
        return absent.isEmpty()
                ? Judgement.of(Outcome.MISSING, OutcomeReason.LICENCES_UNTOLD.of(), unknown, evidence)
                : Judgement.of(Outcome.MISSING, OutcomeReason.BILL_MISSING.of(), absent, evidence);
    }

    private static List<Phrase> absentTools(EvidenceIndex view) {
        List<Phrase> absent = new ArrayList<>();
        for (Fact.PlannedTool tool : view.plannedTools()) {
            if (tool.category().equals(CATEGORY)) {
                view.scansBy(tool.tool()).stream()
                        .findFirst()
                        .map(ToolScansOfBuild::rest)
                        .orElseGet(() -> Optional.of(ScanCheck.absent(tool)))
                        .ifPresent(why -> absent.add(OutcomeReason.OF_TOOL.of(tool.tool(), List.of(), why)));
            }
        }
        return absent;
    }

    /** Which rules do not hold; what can't be told goes to {@code unknown}, and beside what does not hold too. */
    private static List<Phrase> violated(
            Check.Sbom check, List<Evidence> evidence, DetailsSource details, List<Phrase> unknown) throws IOException {
        List<Phrase> violated = new ArrayList<>();
        for (Evidence each : evidence) {
            for (ReportFact report : each.reports()) {
                ComponentCounts counts = report.components();
                if (counts.total() < check.minComponents()) {
                    violated.add(OutcomeReason.FEW_COMPONENTS.of(
                            each.ref().argument(), counts.total(), check.minComponents()));
                }
                for (Check.Completeness demanded : check.complete()) {
                    incomplete(demanded, counts, violated);
                }
                if (!check.denyLicences().isEmpty()
                        || !check.allowLicences().isEmpty()
                        || !check.denyComponents().isEmpty()) {
                    ComponentRules rules = new ComponentRules(check);
                    details.read(each, report, rules);
                    violated.addAll(rules.violated());
                    unknown.addAll(rules.unknown());
                }
            }
        }
        if (!violated.isEmpty()) {
            violated.addAll(unknown);
        }
        return violated;
    }

    private static void incomplete(Check.Completeness demanded, ComponentCounts counts, List<Phrase> violated) {
        long with = switch (demanded) {
            case VERSION -> counts.withVersion();
            case PURL -> counts.withPurl();
            case LICENCE -> counts.withLicence();
            case HASH -> counts.withHash();
            case GRAPH -> counts.dependencyEdges() > 0 ? counts.total() : 0;
        };
        if (demanded == Check.Completeness.GRAPH && with < counts.total()) {
            violated.add(OutcomeReason.NO_DEPENDENCY_GRAPH.of());
        } else if (with < counts.total()) {
            violated.add(OutcomeReason.COMPONENTS_STATE_NO.of(
                    counts.total() - with,
                    counts.total(),
                    Argument.term(demanded.name().toLowerCase(Locale.ROOT))));
        }
    }
}
