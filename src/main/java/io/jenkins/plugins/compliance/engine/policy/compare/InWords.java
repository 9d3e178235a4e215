package io.jenkins.plugins.compliance.engine.policy.compare;

import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Check.Thresholds;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.wording.Argument;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in plain words what a pack says in its own: for plans, handbooks and messages. */
public final class InWords {
    private static final Check.Cases<Phrase> CHECK = new Check.Cases<>(
            InWords::scan,
            InWords::report,
            InWords::sbom,
            InWords::test,
            InWords::attestation,
            InWords::approval,
            InWords::pipelineFact);
    /** How old what is checked may get, where the check itself says so. */
    private static final Check.Cases<Optional<Period>> AGE = new Check.Cases<>(
            scan -> Optional.empty(),
            report -> Optional.empty(),
            sbom -> Optional.empty(),
            test -> Optional.empty(),
            attestation -> Optional.ofNullable(attestation.maxAge()),
            approval -> Optional.empty(),
            pipelineFact -> Optional.empty());

    private InWords() {}

    /** What is looked at to see that a procedure is done, without a full stop at the end. */
    public static Phrase check(Check check) {
        return check.match(CHECK);
    }

    private static Phrase scan(Check.Scan scan) {
        Phrase bounds = thresholds(scan.thresholds());
        return scan.tool() == null
                ? CheckPhrase.SCAN_OF_CATEGORY_RAN.of(scan.category(), bounds)
                : CheckPhrase.SCAN_BY_TOOL_RAN.of(scan.tool(), bounds);
    }

    private static Phrase report(Check.Report report) {
        return CheckPhrase.REPORT_WAS_RECORDED.of(
                report.format(),
                report.with(),
                report.validFor() == null ? null : period(report.validFor()),
                thresholds(report.thresholds()));
    }

    private static Phrase approval(Check.Approval approval) {
        return CheckPhrase.PEOPLE_APPROVED.of(approval.minApprovers(), approval.what(), approval.approvers());
    }

    private static Phrase pipelineFact(Check.PipelineFact fact) {
        Check.Attestation orAttested = fact.orAttested();
        return CheckPhrase.PIPELINE_FACT_IS.of(
                fact.fact(), fact.allowed(), orAttested == null ? null : attestation(orAttested));
    }

    private static Phrase attestation(Check.Attestation attestation) {
        return CheckPhrase.SOMEBODY_ATTESTED.of(
                attestation.type(),
                attestation.issuers(),
                attestation.maxAge() == null ? null : period(attestation.maxAge()));
    }

    /** How often, for instance {@code with every build}. */
    public static Phrase cadence(Cadence cadence) {
        if (cadence instanceof Cadence.EveryBuild) {
            return CheckPhrase.WITH_EVERY_BUILD.of();
        }
        return cadence instanceof Cadence.Every every ? every(every.period()) : CheckPhrase.ONCE.of();
    }

    /** When a procedure is due: its cadence, or the age that an attestation may reach. */
    public static Phrase due(Procedure procedure) {
        return procedure
                .check()
                .match(AGE)
                .filter(age -> procedure.cadence() instanceof Cadence.Once)
                .map(age -> CheckPhrase.RENEWED.of(every(age)))
                .orElseGet(() -> cadence(procedure.cadence()));
    }

    /** A period, for instance {@code 90 days} or {@code 1 year and 6 months}. */
    public static Phrase period(Period period) {
        List<Phrase> parts = new ArrayList<>();
        add(parts, period.getYears(), CheckPhrase.YEARS);
        add(parts, period.getMonths(), CheckPhrase.MONTHS);
        boolean weeks = period.getDays() % 7 == 0;
        add(parts, weeks ? period.getDays() / 7 : period.getDays(), weeks ? CheckPhrase.WEEKS : CheckPhrase.DAYS);
        return CheckPhrase.PERIOD.of(parts);
    }

    private static Phrase every(Period period) {
        if (period.equals(Period.ofYears(1))) {
            return CheckPhrase.EVERY_YEAR.of();
        }
        if (period.equals(Period.ofMonths(1))) {
            return CheckPhrase.EVERY_MONTH.of();
        }
        if (period.equals(Period.ofWeeks(1))) {
            return CheckPhrase.EVERY_WEEK.of();
        }
        return period.equals(Period.ofDays(1)) ? CheckPhrase.EVERY_DAY.of() : CheckPhrase.EVERY.of(period(period));
    }

    private static void add(List<Phrase> parts, int number, CheckPhrase unit) {
        if (number > 0) {
            parts.add(unit.of(number));
        }
    }

    private static Phrase thresholds(Thresholds thresholds) {
        List<Phrase> parts = new ArrayList<>();
        thresholds.max().forEach((severity, most) -> {
            Argument word = Argument.term(severity.id());
            parts.add(most == 0 ? CheckPhrase.NO_FINDING.of(word) : CheckPhrase.AT_MOST_FINDINGS.of(most, word));
        });
        thresholds
                .maxCwe()
                .forEach((cwe, most) -> parts.add(
                        most == 0
                                ? CheckPhrase.NO_FINDING_OF_WEAKNESS.of(cwe)
                                : CheckPhrase.AT_MOST_FINDINGS_OF_WEAKNESS.of(most, cwe)));
        if (parts.isEmpty()) {
            return CheckPhrase.FINDINGS_ARE_RECORDED.of();
        }
        return (thresholds.newOnly() ? CheckPhrase.WITH_NEW_FINDINGS : CheckPhrase.WITH_FINDINGS).of(parts);
    }

    private static Phrase sbom(Check.Sbom sbom) {
        List<Phrase> rules = new ArrayList<>();
        rules.add(CheckPhrase.HAS_COMPONENTS.of(sbom.minComponents()));
        List<Argument> stated = sbom.complete().stream()
                .filter(each -> each != Check.Completeness.GRAPH)
                .map(each -> Argument.term("the-" + each.name().toLowerCase(Locale.ROOT)))
                .toList();
        if (!stated.isEmpty()) {
            rules.add(CheckPhrase.STATES_OF_EACH.of(stated));
        }
        if (sbom.complete().contains(Check.Completeness.GRAPH)) {
            rules.add(CheckPhrase.HAS_GRAPH.of());
        }
        if (!sbom.denyLicences().isEmpty()) {
            rules.add(CheckPhrase.HAS_NONE_UNDER.of(
                    sbom.denyLicences(),
                    sbom.unknownLicences() == null ? null : Argument.term(unknownLicence(sbom.unknownCountAs()))));
        }
        if (!sbom.allowLicences().isEmpty()) {
            rules.add(CheckPhrase.HAS_ONLY_UNDER.of(sbom.allowLicences()));
        }
        if (!sbom.denyComponents().isEmpty()) {
            rules.add(CheckPhrase.HAS_NONE_OF.of(sbom.denyComponents()));
        }
        return CheckPhrase.BILL_WAS_RECORDED.of(rules);
    }

    /** What an unknown licence counts as, to follow {@code as}. */
    static String unknownLicence(Check.UnknownLicences unknown) {
        return switch (unknown) {
            case DENY -> "denied";
            case MISSING -> "missing";
            case ALLOW -> "allowed";
        };
    }

    private static Phrase test(Check.Test test) {
        return CheckPhrase.TESTS_RAN.of(
                test.minCases(),
                test.suite(),
                test.name(),
                test.maxFailed() == 0 ? CheckPhrase.NONE_FAILED.of() : CheckPhrase.AT_MOST_FAILED.of(test.maxFailed()),
                test.maxSkipped() == null ? null : skipped(test.maxSkipped()));
    }

    private static Phrase skipped(int most) {
        return most == 0 ? CheckPhrase.NONE_SKIPPED.of() : CheckPhrase.AT_MOST_SKIPPED.of(most);
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String list(List<String> items, String word) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        int last = items.size() - 1;
        return items.stream().limit(last).collect(Collectors.joining(", ")) + " " + word + " " + items.get(last);
    }
}
