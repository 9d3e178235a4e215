package io.jenkins.plugins.compliance.engine.report.finding;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import java.util.List;

/**
 * One normalised result of a report. Text in it comes from outside: secrets in it are already redacted, markup is not
 * escaped.
 *
 * @param tool name of the tool that found it, as the report gives it
 * @param rule the tool's id of the rule, advisory or check
 * @param title short name of the rule, when the report has one
 * @param message what is wrong here, plain text
 * @param severity how bad
 * @param score CVSS base score or {@code security-severity}, 0.0 to 10.0, when stated
 * @param place where, when stated
 * @param cwes weaknesses, ascending, without duplicates
 * @param advisories ids such as {@code CVE-2021-44228} or {@code GHSA-...}, ascending, without duplicates
 * @param component package URL or {@code name@version} of the dependency, when it is about one
 * @param fixedIn version of the component that has the fix, when stated
 * @param help address of the rule's help; http or https only
 * @param state whether the result is a failure at all, and whether it is suppressed or known
 * @param fingerprint stable over moved lines: 32 lower-case hexadecimal digits, see {@code Fingerprints}; empty in what a
 *     reader hands to {@link ReportCollector}, which makes it
 */
public record Finding(
        String tool,
        String rule,
        @CheckForNull String title,
        String message,
        Severity severity,
        @CheckForNull Double score,
        @CheckForNull Place place,
        List<CweClaim> cwes,
        List<String> advisories,
        @CheckForNull String component,
        @CheckForNull String fixedIn,
        @CheckForNull String help,
        State state,
        String fingerprint) {

    /** Takes copies of the lists. */
    public Finding {
        cwes = List.copyOf(cwes);
        advisories = List.copyOf(advisories);
    }

    /**
     * What a result means for judging.
     *
     * @param kind the result's kind; only {@link Kind#FAIL} and {@link Kind#OPEN} count against a threshold
     * @param suppression why the tool or its users set it aside; null when they did not
     * @param baseline the tool's own comparison with an earlier run; null when it made none
     */
    public record State(
            Kind kind,
            @CheckForNull String suppression,
            @CheckForNull Baseline baseline) {
        /** A plain failure. */
        public static final State FAILURE = new State(Kind.FAIL, null, null);

        /** Whether the finding was set aside. */
        public boolean suppressed() {
            return suppression != null;
        }

        /** Whether the finding counts against a threshold: a failure or an open question, not set aside, not gone. */
        public boolean counts() {
            return (kind == Kind.FAIL || kind == Kind.OPEN) && !suppressed() && baseline != Baseline.ABSENT;
        }
    }

    /** The {@code kind} of a SARIF result (SARIF 2.1.0, section 3.27.9). */
    public enum Kind {
        /** A weakness was found. */
        FAIL,
        /** The tool could not tell. */
        OPEN,
        /** A person has to look. */
        REVIEW,
        /** The rule was evaluated and holds. */
        PASS,
        /** The rule does not apply. */
        NOT_APPLICABLE,
        /** Information only. */
        INFORMATIONAL
    }

    /** The {@code baselineState} of a SARIF result (SARIF 2.1.0, section 3.27.24). */
    public enum Baseline {
        /** Not in the earlier run. */
        NEW,
        /** In both, alike. */
        UNCHANGED,
        /** In both, changed. */
        UPDATED,
        /** Only in the earlier run. */
        ABSENT
    }
}
