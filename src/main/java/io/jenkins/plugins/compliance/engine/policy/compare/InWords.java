package io.jenkins.plugins.compliance.engine.policy.compare;

import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Check.Thresholds;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in plain words what a pack says in its own: for plans, handbooks and messages. */
public final class InWords {
    private static final Check.Cases<String> CHECK = new Check.Cases<>(
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
    public static String check(Check check) {
        return check.match(CHECK);
    }

    private static String scan(Check.Scan scan) {
        String what =
                scan.tool() == null ? "a scan of the category " + scan.category() : "a scan by the tool " + scan.tool();
        return what + " ran and counts" + thresholds(scan.thresholds());
    }

    private static String report(Check.Report report) {
        Period validFor = report.validFor();
        return "a complete report in the format " + report.format()
                + (report.with().isEmpty() ? "" : " and one in " + list(report.with(), "and")) + " was recorded"
                + (validFor == null ? "" : ", each valid for at least " + period(validFor) + " more")
                + thresholds(report.thresholds());
    }

    private static String approval(Check.Approval approval) {
        return count(approval.minApprovers(), "person", "people") + " approved " + approval.what()
                + (approval.approvers().isEmpty() ? "" : " (of " + list(approval.approvers(), "or") + ")");
    }

    private static String pipelineFact(Check.PipelineFact fact) {
        Check.Attestation orAttested = fact.orAttested();
        return "the pipeline's fact " + fact.fact() + " is " + list(fact.allowed(), "or")
                + (orAttested == null ? "" : "; where nobody observed it, " + attestation(orAttested));
    }

    private static String attestation(Check.Attestation attestation) {
        return "somebody attested " + attestation.type()
                + (attestation.issuers().isEmpty() ? "" : " (one of " + list(attestation.issuers(), "or") + ")")
                + (attestation.maxAge() == null
                        ? ""
                        : ", and that is at most " + period(attestation.maxAge()) + " old");
    }

    /** How often, for instance {@code with every build}. */
    public static String cadence(Cadence cadence) {
        if (cadence instanceof Cadence.EveryBuild) {
            return "with every build";
        }
        return cadence instanceof Cadence.Every every ? "every " + each(every.period()) : "once";
    }

    /** When a procedure is due: its cadence, or the age that an attestation may reach. */
    public static String due(Procedure procedure) {
        return procedure
                .check()
                .match(AGE)
                .filter(age -> procedure.cadence() instanceof Cadence.Once)
                .map(age -> "renewed every " + each(age))
                .orElseGet(() -> cadence(procedure.cadence()));
    }

    /** A period, for instance {@code 90 days} or {@code 1 year and 6 months}. */
    public static String period(Period period) {
        List<String> parts = new ArrayList<>();
        add(parts, period.getYears(), "year");
        add(parts, period.getMonths(), "month");
        boolean weeks = period.getDays() % 7 == 0;
        add(parts, weeks ? period.getDays() / 7 : period.getDays(), weeks ? "week" : "day");
        return list(parts, "and");
    }

    private static String each(Period period) {
        String words = period(period);
        return words.startsWith("1 ") && !words.contains(" and ") ? words.substring(2) : words;
    }

    private static void add(List<String> parts, int number, String unit) {
        if (number > 0) {
            parts.add(count(number, unit, unit + "s"));
        }
    }

    private static String thresholds(Thresholds thresholds) {
        List<String> parts = new ArrayList<>();
        thresholds.max().forEach((severity, most) -> parts.add(most(most, severity.id() + " finding")));
        thresholds.maxCwe().forEach((cwe, most) -> parts.add(most(most, "finding of CWE-" + cwe)));
        if (parts.isEmpty()) {
            return "; what it finds is recorded";
        }
        return ", with " + list(parts, "and") + (thresholds.newOnly() ? ", counting new findings alone" : "");
    }

    private static String most(int most, String what) {
        if (most == 0) {
            return "no " + what;
        }
        int of = what.indexOf(" of ");
        String plural = of < 0 ? what + "s" : what.substring(0, of) + "s" + what.substring(of);
        return "at most " + (most == 1 ? "1 " + what : most + " " + plural);
    }

    private static String sbom(Check.Sbom sbom) {
        List<String> rules = new ArrayList<>();
        rules.add("has at least " + count(sbom.minComponents(), "component", "components"));
        List<String> stated = sbom.complete().stream()
                .filter(each -> each != Check.Completeness.GRAPH)
                .map(InWords::completeness)
                .toList();
        if (!stated.isEmpty()) {
            rules.add("states " + list(stated, "and") + " of each");
        }
        if (sbom.complete().contains(Check.Completeness.GRAPH)) {
            rules.add("has a graph of dependencies");
        }
        if (!sbom.denyLicences().isEmpty()) {
            rules.add("has none under " + list(sbom.denyLicences(), "or")
                    + (sbom.unknownLicences() == null
                            ? ""
                            : " (an unknown licence counts as " + unknownLicence(sbom.unknownCountAs()) + ")"));
        }
        if (!sbom.allowLicences().isEmpty()) {
            rules.add("has only those under " + list(sbom.allowLicences(), "or"));
        }
        if (!sbom.denyComponents().isEmpty()) {
            rules.add("has none of " + list(sbom.denyComponents(), "or"));
        }
        return "a bill of materials was recorded that " + list(rules, "and");
    }

    /** What an unknown licence counts as, to follow {@code as}. */
    static String unknownLicence(Check.UnknownLicences unknown) {
        return switch (unknown) {
            case DENY -> "denied";
            case MISSING -> "missing";
            case ALLOW -> "allowed";
        };
    }

    private static String completeness(Check.Completeness completeness) {
        return switch (completeness) {
            case VERSION -> "the version";
            case PURL -> "the package URL";
            case LICENCE -> "the licence";
            case HASH -> "a digest";
            case GRAPH -> "the graph";
        };
    }

    private static String test(Check.Test test) {
        String which = (test.suite() == null ? "" : " of suites named " + test.suite())
                + (test.name() == null ? "" : " with names like " + test.name());
        return "at least " + count(test.minCases(), "test", "tests") + which + " ran, "
                + (test.maxFailed() == 0 ? "none" : "at most " + test.maxFailed()) + " failed"
                + (test.maxSkipped() == null
                        ? ""
                        : " and " + (test.maxSkipped() == 0 ? "none" : "at most " + test.maxSkipped())
                                + (test.maxSkipped() != null && test.maxSkipped() == 1 ? " was" : " were")
                                + " skipped");
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
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
