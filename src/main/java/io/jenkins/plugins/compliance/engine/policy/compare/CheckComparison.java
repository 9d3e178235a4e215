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

/** Says what changes between two checks of one procedure, and which way. */
final class CheckComparison {
    private final List<Change> changes = new ArrayList<>();

    private CheckComparison() {}

    static List<Change> changes(Check was, Check is) {
        CheckComparison comparison = new CheckComparison();
        if (PolicyDigest.check(was).equals(PolicyDigest.check(is))) {
            return List.of();
        }
        if (was instanceof Check.Scan before && is instanceof Check.Scan after) {
            comparison.name("scan category", before.category(), after.category());
            comparison.name("scan tool", before.tool(), after.tool());
            comparison.thresholds(before.thresholds(), after.thresholds());
        } else if (was instanceof Check.Report before && is instanceof Check.Report after) {
            comparison.name("report format", before.format(), after.format());
            comparison.more("must be with it: a report in the format ", before.with(), after.with());
            comparison.validFor(before.validFor(), after.validFor());
            comparison.thresholds(before.thresholds(), after.thresholds());
        } else if (was instanceof Check.Sbom before && is instanceof Check.Sbom after) {
            comparison.sbom(before, after);
        } else if (was instanceof Check.Test before && is instanceof Check.Test after) {
            comparison.test(before, after);
        } else if (was instanceof Check.Attestation before && is instanceof Check.Attestation after) {
            comparison.attestation(before, after);
        } else if (was instanceof Check.Approval before && is instanceof Check.Approval after) {
            comparison.name("approval", before.what(), after.what());
            comparison.least("approvers", before.minApprovers(), after.minApprovers());
            comparison.choice("approver", before.approvers(), after.approvers());
        } else if (was instanceof Check.PipelineFact before && is instanceof Check.PipelineFact after) {
            comparison.name("pipeline fact", before.fact(), after.fact());
            comparison.choice("value of " + after.fact(), before.allowed(), after.allowed());
            comparison.orAttested(before.orAttested(), after.orAttested());
        } else {
            comparison.add(
                    Direction.OTHER,
                    "it is checked otherwise: " + InWords.check(is) + " instead of: " + InWords.check(was));
        }
        return comparison.changes;
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

    private <K extends Comparable<K>> void bounds(
            Map<K, Integer> was, Map<K, Integer> is, java.util.function.Function<K, String> name) {
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
