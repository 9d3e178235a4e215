package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.io.Wildcard;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.report.ReportSink;
import io.jenkins.plugins.compliance.engine.report.ReportSummary.ComponentCounts;
import io.jenkins.plugins.compliance.engine.report.finding.Component;
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
    /** Reasons name this many offending components; the rest is counted. */
    private static final int NAMED = 5;

    private SbomCheck() {}

    static Judgement judge(
            Check.Sbom check, Cadence cadence, EvidenceIndex view, DetailsSource details, Freshness freshness) {
        List<Evidence> evidence = view.bills();
        Judgement judgement = DocumentCheck.judge(
                evidence, OutcomeReason.BILL_OF_MATERIALS.of(), cadence, freshness, found -> violated(check, found, details));
        List<Phrase> absent = absentTools(view);
        if (absent.isEmpty() || judgement.outcome().compareTo(Outcome.MISSING) <= 0) {
            return judgement;
        }
        return Judgement.of(Outcome.MISSING, OutcomeReason.BILL_MISSING.of(), absent, evidence);
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

    private static List<Phrase> violated(Check.Sbom check, List<Evidence> evidence, DetailsSource details)
            throws IOException {
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
                }
            }
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

    /** Looks at each component; keeps the first offenders by name and counts the rest. */
    private static final class ComponentRules implements ReportSink {
        private final Check.Sbom check;
        private final Offenders denied = new Offenders(OutcomeReason.LICENCES_DENIED);
        private final Offenders notAllowed = new Offenders(OutcomeReason.LICENCES_NOT_ALLOWED);
        private final Offenders banned = new Offenders(OutcomeReason.COMPONENTS_BANNED);

        ComponentRules(Check.Sbom check) {
            this.check = check;
        }

        @Override
        public void component(Component component) {
            component.licences().stream()
                    .flatMap(licence -> LicenceExpression.ids(licence).stream())
                    .filter(id -> check.denyLicences().stream().anyMatch(deny -> Wildcard.matches(deny, id)))
                    .findFirst()
                    .filter(id -> component.licences().stream()
                            .noneMatch(licence -> LicenceExpression.avoidable(licence, check.denyLicences())))
                    .ifPresent(id -> denied.add(OutcomeReason.LICENCE_OF.of(component.coordinate(), id)));
            if (!check.allowLicences().isEmpty()
                    && component.licences().stream()
                            .noneMatch(licence -> LicenceExpression.satisfiable(licence, check.allowLicences()))) {
                notAllowed.add(
                        component.licences().isEmpty()
                                ? OutcomeReason.NO_LICENCE_OF.of(component.coordinate())
                                : OutcomeReason.LICENCES_OF.of(component.coordinate(), component.licences()));
            }
            String purl = component.purl();
            if (purl != null && check.denyComponents().stream().anyMatch(deny -> Wildcard.matches(deny, purl))) {
                banned.add(purl);
            }
        }

        List<Phrase> violated() {
            List<Phrase> all = new ArrayList<>();
            denied.into(all);
            notAllowed.into(all);
            banned.into(all);
            return all;
        }
    }

    private static final class Offenders {
        private final OutcomeReason what;
        private final List<Object> named = new ArrayList<>();
        private long count;

        Offenders(OutcomeReason what) {
            this.what = what;
        }

        void add(Object name) {
            count++;
            if (named.size() < NAMED) {
                named.add(name);
            }
        }

        void into(List<Phrase> all) {
            if (count > 0) {
                long more = count - named.size();
                all.add(what.of(count, named, more == 0 ? null : more));
            }
        }
    }
}
