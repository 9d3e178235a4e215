package io.jenkins.plugins.compliance.engine.policy.compare;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Check.Thresholds;
import io.jenkins.plugins.compliance.engine.policy.compare.PolicyDiff.Change;
import io.jenkins.plugins.compliance.engine.policy.compare.PolicyDiff.Direction;
import io.jenkins.plugins.compliance.engine.policy.pack.CheckReader;
import io.jenkins.plugins.compliance.engine.policy.pack.PolicyDigest;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/** Says what changes between two checks of one procedure, and which way. */
final class CheckComparison {
    private final List<Change> changes = new ArrayList<>();
    /** By the kind of what was, given what is; the two are of one kind. */
    private final Check.Cases<Consumer<Check>> alike = new Check.Cases<>(
            was -> is -> scan(was, (Check.Scan) is),
            was -> is -> report(was, (Check.Report) is),
            was -> is -> sbom(was, (Check.Sbom) is),
            was -> is -> test(was, (Check.Test) is),
            was -> is -> attestation(was, (Check.Attestation) is),
            was -> is -> approval(was, (Check.Approval) is),
            was -> is -> pipelineFact(was, (Check.PipelineFact) is));

    private CheckComparison() {}

    static List<Change> changes(Check was, Check is) {
        if (PolicyDigest.check(was).equals(PolicyDigest.check(is))) {
            return List.of();
        }
        CheckComparison comparison = new CheckComparison();
        if (was.kind() == is.kind()) {
            was.match(comparison.alike).accept(is);
        } else {
            comparison.add(
                    Direction.OTHER,
                    "it is checked otherwise: " + InWords.check(is) + " instead of: " + InWords.check(was));
        }
        return comparison.changes;
    }

    private void scan(Check.Scan was, Check.Scan is) {
        name("scan category", was.category(), is.category());
        name("scan tool", was.tool(), is.tool());
        thresholds(was.thresholds(), is.thresholds());
    }

    private void report(Check.Report was, Check.Report is) {
        name("report format", was.format(), is.format());
        more("must be with it: a report in the format ", was.with(), is.with());
        validFor(was.validFor(), is.validFor());
        thresholds(was.thresholds(), is.thresholds());
    }

    private void approval(Check.Approval was, Check.Approval is) {
        name("approval", was.what(), is.what());
        least("approvers", was.minApprovers(), is.minApprovers());
        choice("approver", was.approvers(), is.approvers());
    }

    private void pipelineFact(Check.PipelineFact was, Check.PipelineFact is) {
        name("pipeline fact", was.fact(), is.fact());
        choice("value of " + is.fact(), was.allowed(), is.allowed());
        orAttested(was.orAttested(), is.orAttested());
    }

    private void attestation(Check.Attestation was, Check.Attestation is) {
        name("attestation", was.type(), is.type());
        choice("issuer", was.issuers(), is.issuers());
        age(was.maxAge(), is.maxAge());
    }

    private void orAttested(@CheckForNull Check.Attestation was, @CheckForNull Check.Attestation is) {
        if (was != null && is != null) {
            attestation(was, is);
        } else if (is != null) {
            add(Direction.LOOSER, "where nobody observed it, the attestation " + is.type() + " will do");
        } else if (was != null) {
            add(Direction.TIGHTER, "the attestation " + was.type() + " will no longer do");
        }
    }

    private void thresholds(Thresholds was, Thresholds is) {
        bounds(was.max(), is.max(), severity -> severity.id() + " findings");
        bounds(was.maxCwe(), is.maxCwe(), cwe -> "findings of CWE-" + cwe);
        if (was.newOnly() != is.newOnly()) {
            add(
                    is.newOnly() ? Direction.LOOSER : Direction.TIGHTER,
                    is.newOnly() ? "new findings alone count" : "all findings count, not new ones alone");
        }
    }

    private <K extends Comparable<K>> void bounds(Map<K, Integer> was, Map<K, Integer> is, Function<K, String> name) {
        Set<K> keys = new TreeSet<>(was.keySet());
        keys.addAll(is.keySet());
        keys.forEach(key -> most(name.apply(key), was.get(key), is.get(key)));
    }

    private void most(String what, @CheckForNull Integer was, @CheckForNull Integer is) {
        if (!Objects.equals(was, is)) {
            boolean tighter = is != null && (was == null || is < was);
            add(
                    tighter ? Direction.TIGHTER : Direction.LOOSER,
                    allowed(is) + " " + what + " may be there instead of " + allowed(was));
        }
    }

    private static String allowed(@CheckForNull Integer most) {
        return most == null ? "any number of" : most == 0 ? "no" : "at most " + most;
    }

    private void least(String what, int was, int is) {
        if (was != is) {
            add(is > was ? Direction.TIGHTER : Direction.LOOSER, "at least " + is + " " + what + " instead of " + was);
        }
    }

    private void sbom(Check.Sbom was, Check.Sbom is) {
        least("components", was.minComponents(), is.minComponents());
        more("must be stated: ", words(was.complete()), words(is.complete()));
        more("licence denied: ", was.denyLicences(), is.denyLicences());
        more("component denied: ", was.denyComponents(), is.denyComponents());
        choice("licence", was.allowLicences(), is.allowLicences());
        unknownLicences(was.unknownCountAs(), is.unknownCountAs());
    }

    private void unknownLicences(Check.UnknownLicences was, Check.UnknownLicences is) {
        if (was != is) {
            add(
                    is.compareTo(was) < 0 ? Direction.TIGHTER : Direction.LOOSER,
                    "an unknown licence counts as " + InWords.unknownLicence(is) + " instead of as "
                            + InWords.unknownLicence(was));
        }
    }

    private static List<String> words(List<Check.Completeness> complete) {
        return complete.stream().map(CheckReader::word).toList();
    }

    private void test(Check.Test was, Check.Test is) {
        name("pattern of suites", was.suite(), is.suite());
        name("pattern of tests", was.name(), is.name());
        least("tests", was.minCases(), is.minCases());
        most("failed tests", was.maxFailed(), is.maxFailed());
        most("skipped tests", was.maxSkipped(), is.maxSkipped());
    }

    private void name(String what, @CheckForNull String was, @CheckForNull String is) {
        if (!Objects.equals(was, is)) {
            add(Direction.OTHER, "the " + what + " is " + shown(is) + " instead of " + shown(was));
        }
    }

    private static String shown(@CheckForNull String name) {
        return name == null ? "any" : name;
    }

    private void age(@CheckForNull Period was, @CheckForNull Period is) {
        if (was == null ? is == null : is != null && was.normalized().equals(is.normalized())) {
            return;
        }
        boolean tighter = is != null && (was == null || days(is) < days(was));
        add(
                tighter ? Direction.TIGHTER : Direction.LOOSER,
                "it may be " + (is == null ? "of any age" : InWords.period(is) + " old") + " instead of "
                        + (was == null ? "of any age" : InWords.period(was)));
    }

    private void validFor(@CheckForNull Period was, @CheckForNull Period is) {
        double before = was == null ? 0 : days(was);
        double after = is == null ? 0 : days(is);
        if (before != after) {
            add(
                    after > before ? Direction.TIGHTER : Direction.LOOSER,
                    "it must hold for " + (is == null ? "the moment alone" : InWords.period(is) + " more")
                            + " instead of for " + (was == null ? "the moment alone" : InWords.period(was)));
        }
    }

    private static double days(Period period) {
        return period.toTotalMonths() * 30.436875 + period.getDays();
    }

    /** A list of which each item demands more. */
    private void more(String what, List<String> was, List<String> is) {
        is.stream().filter(each -> !was.contains(each)).forEach(each -> add(Direction.TIGHTER, what + each));
        was.stream()
                .filter(each -> !is.contains(each))
                .forEach(each -> add(Direction.LOOSER, "no longer " + what + each));
    }

    /** A list of what will do, where none at all means that anything will. */
    private void choice(String what, List<String> was, List<String> is) {
        if (Set.copyOf(was).equals(Set.copyOf(is))) {
            return;
        }
        if (was.isEmpty() || is.isEmpty()) {
            add(
                    is.isEmpty() ? Direction.LOOSER : Direction.TIGHTER,
                    is.isEmpty() ? "any " + what + " will do" : "the " + what + " must be " + InWords.list(is, "or"));
            return;
        }
        is.stream()
                .filter(each -> !was.contains(each))
                .forEach(each -> add(Direction.LOOSER, "the " + what + " may be " + each));
        was.stream()
                .filter(each -> !is.contains(each))
                .forEach(each -> add(Direction.TIGHTER, "the " + what + " may no longer be " + each));
    }

    private void add(Direction direction, String words) {
        changes.add(new Change(direction, words));
    }
}
