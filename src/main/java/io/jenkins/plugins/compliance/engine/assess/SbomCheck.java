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
                evidence, "bill of materials", cadence, freshness, found -> violated(check, found, details));
        List<String> absent = absentTools(view);
        if (absent.isEmpty() || judgement.outcome().compareTo(Outcome.MISSING) <= 0) {
            return judgement;
        }
        return Judgement.of(Outcome.MISSING, "A demanded bill of materials was never recorded.", absent, evidence);
    }

    private static List<String> absentTools(EvidenceIndex view) {
        List<String> absent = new ArrayList<>();
        for (Fact.PlannedTool tool : view.plannedTools()) {
            if (tool.category().equals(CATEGORY)) {
                view.scansBy(tool.tool()).stream()
                        .findFirst()
                        .map(ToolScansOfBuild::rest)
                        .orElseGet(() -> Optional.of(tool.note() == null ? "it left no evidence" : tool.note()))
                        .ifPresent(why -> absent.add(tool.tool() + ": " + why));
            }
        }
        return absent;
    }

    private static List<String> violated(Check.Sbom check, List<Evidence> evidence, DetailsSource details)
            throws IOException {
        List<String> violated = new ArrayList<>();
        for (Evidence each : evidence) {
            for (ReportFact report : each.reports()) {
                ComponentCounts counts = report.components();
                if (counts.total() < check.minComponents()) {
                    violated.add("evidence " + each.sequence() + " lists " + counts.total() + " components, at least "
                            + check.minComponents() + " expected");
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

    private static void incomplete(Check.Completeness demanded, ComponentCounts counts, List<String> violated) {
        long with = switch (demanded) {
            case VERSION -> counts.withVersion();
            case PURL -> counts.withPurl();
            case LICENCE -> counts.withLicence();
            case HASH -> counts.withHash();
            case GRAPH -> counts.dependencyEdges() > 0 ? counts.total() : 0;
        };
        if (demanded == Check.Completeness.GRAPH && with < counts.total()) {
            violated.add("it has no dependency graph");
        } else if (with < counts.total()) {
            violated.add((counts.total() - with) + " of " + counts.total() + " components state no "
                    + demanded.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Looks at each component; keeps the first offenders by name and counts the rest. */
    private static final class ComponentRules implements ReportSink {
        private final Check.Sbom check;
        private final Offenders denied = new Offenders("under a denied licence");
        private final Offenders notAllowed = new Offenders("under no allowed licence");
        private final Offenders banned = new Offenders("that must not occur");

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
                    .ifPresent(id -> denied.add(component.coordinate() + " (" + id + ")"));
            if (!check.allowLicences().isEmpty()
                    && component.licences().stream()
                            .noneMatch(licence -> LicenceExpression.satisfiable(licence, check.allowLicences()))) {
                notAllowed.add(component.coordinate() + " ("
                        + (component.licences().isEmpty() ? "none stated" : String.join(", ", component.licences()))
                        + ")");
            }
            String purl = component.purl();
            if (purl != null && check.denyComponents().stream().anyMatch(deny -> Wildcard.matches(deny, purl))) {
                banned.add(purl);
            }
        }

        List<String> violated() {
            List<String> all = new ArrayList<>();
            denied.into(all);
            notAllowed.into(all);
            banned.into(all);
            return all;
        }
    }

    private static final class Offenders {
        private final String what;
        private final List<String> named = new ArrayList<>();
        private long count;

        Offenders(String what) {
            this.what = what;
        }

        void add(String name) {
            count++;
            if (named.size() < NAMED) {
                named.add(name);
            }
        }

        void into(List<String> all) {
            if (count > 0) {
                String rest = count > named.size() ? " and " + (count - named.size()) + " more" : "";
                all.add(count + " components " + what + ": " + String.join(", ", named) + rest);
            }
        }
    }
}
