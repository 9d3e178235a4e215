package io.jenkins.plugins.compliance.engine.policy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.time.Period;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How a procedure is seen to be done. A closed set of kinds: policy has no expression language. Whoever decides by the kind of a check
 * does so by {@link #match}, so that a kind that is added does not compile until everybody knows it.
 */
public sealed interface Check {

    /** What the case of its kind makes of it. */
    <R> R match(Cases<R> cases);

    /** Its kind. */
    default Kind kind() {
        return match(Kind.OF);
    }

    /**
     * What to make of a check, kind by kind.
     *
     * @param <R> what is made of it
     */
    record Cases<R>(
            Function<Scan, R> scan,
            Function<Report, R> report,
            Function<Sbom, R> sbom,
            Function<Test, R> test,
            Function<Attestation, R> attestation,
            Function<Approval, R> approval,
            Function<PipelineFact, R> pipelineFact) {}

    /** The kinds of checks, each with the keys by which policy asks for one. */
    enum Kind {
        /** {@link Check.Scan}, by a category of scan tools or by one of them. */
        SCAN("scan", "tool"),
        /** {@link Check.Report}. */
        REPORT("report"),
        /** {@link Check.Sbom}. */
        SBOM("sbom"),
        /** {@link Check.Test}. */
        TEST("test"),
        /** {@link Check.Attestation}. */
        ATTESTATION("attestation"),
        /** {@link Check.Approval}. */
        APPROVAL("approval"),
        /** {@link Check.PipelineFact}. */
        PIPELINE_FACT("pipeline");

        private static final Cases<Kind> OF = new Cases<>(
                scan -> SCAN,
                report -> REPORT,
                sbom -> SBOM,
                test -> TEST,
                attestation -> ATTESTATION,
                approval -> APPROVAL,
                pipelineFact -> PIPELINE_FACT);

        private final List<String> keys;

        Kind(String... keys) {
            this.keys = List.of(keys);
        }

        /** The keys, one of which stands in a check of this kind; no two kinds share one. */
        public List<String> keys() {
            return keys;
        }
    }

    /**
     * A scan ran, counts, and its findings stay within thresholds.
     *
     * @param category category of scan tool, for instance {@code sast}; null when a tool is named
     * @param tool id of one scan tool; null when any tool of the category will do
     * @param thresholds what may be found; all must hold
     */
    record Scan(@CheckForNull String category, @CheckForNull String tool, Thresholds thresholds) implements Check {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.scan().apply(this);
        }
    }

    /**
     * A report of a format was recorded, complete, its findings stay within thresholds, and what it states an end of validity
     * for still holds.
     *
     * @param format id of the report format, for instance {@code zap}
     * @param with formats of which the same evidence must hold a report too, for instance the key beside a security.txt
     * @param validFor how long after the moment that is judged it must still hold, where it states an end; null for the moment
     *     alone
     * @param thresholds what may be found; all must hold
     */
    record Report(
            String format, List<String> with, @CheckForNull Period validFor, Thresholds thresholds) implements Check {
        /** Takes a copy of the formats. */
        public Report {
            with = List.copyOf(with);
        }

        /** A report of one format that need not hold longer than now. */
        public Report(String format, Thresholds thresholds) {
            this(format, List.of(), null, thresholds);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.report().apply(this);
        }
    }

    /**
     * A bill of materials was recorded and obeys rules.
     *
     * @param minComponents least number of components
     * @param complete what every component must state
     * @param denyLicences licences that no component may be under: SPDX ids, or texts; {@code *} stands for any characters
     * @param allowLicences when not empty, the only licences allowed
     * @param unknownLicences what a licence counts as that nobody can tell from those that are denied; null when the pack says nothing
     *     about it, which counts as {@link UnknownLicences#MISSING}
     * @param denyComponents package URLs that must not occur; a trailing {@code *} matches the rest
     */
    record Sbom(
            int minComponents,
            List<Completeness> complete,
            List<String> denyLicences,
            List<String> allowLicences,
            @CheckForNull UnknownLicences unknownLicences,
            List<String> denyComponents)
            implements Check {
        /** Takes copies of the lists. */
        public Sbom {
            complete = List.copyOf(complete);
            denyLicences = List.copyOf(denyLicences);
            allowLicences = List.copyOf(allowLicences);
            denyComponents = List.copyOf(denyComponents);
        }

        /** A check that says nothing about unknown licences. */
        public Sbom(
                int minComponents,
                List<Completeness> complete,
                List<String> denyLicences,
                List<String> allowLicences,
                List<String> denyComponents) {
            this(minComponents, complete, denyLicences, allowLicences, null, denyComponents);
        }

        /** What an unknown licence counts as, whether the pack says so or not. */
        public UnknownLicences unknownCountAs() {
            return unknownLicences == null ? UnknownLicences.MISSING : unknownLicences;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.sbom().apply(this);
        }
    }

    /** What a licence counts as that is neither known to be denied nor known not to be, strictest first. */
    enum UnknownLicences {
        /** As denied. */
        DENY,
        /** As something that is missing: nobody said what is needed to judge. */
        MISSING,
        /** As one that is not denied. */
        ALLOW
    }

    /** What components of a complete bill of materials state. */
    enum Completeness {
        /** A version. */
        VERSION,
        /** A package URL. */
        PURL,
        /** A licence. */
        LICENCE,
        /** A digest. */
        HASH,
        /** The bill has a dependency graph. */
        GRAPH
    }

    /**
     * Test cases ran and passed.
     *
     * @param suite pattern of suite names with {@code *}; null for any
     * @param name pattern of {@code class.method} names with {@code *}; null for any
     * @param minCases least number of matching cases that ran
     * @param maxFailed most matching cases that may fail or end in an error
     * @param maxSkipped most matching cases that may be skipped; null for any number
     */
    record Test(
            @CheckForNull String suite,
            @CheckForNull String name,
            int minCases,
            int maxFailed,
            @CheckForNull Integer maxSkipped)
            implements Check {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.test().apply(this);
        }
    }

    /**
     * Somebody attested something.
     *
     * @param type kind of attestation, for instance {@code pen-test}, {@code threat-model}, {@code training}
     * @param issuers who may issue it; empty for anybody
     * @param maxAge how old it may be, counted from its issue; null when its own expiry alone decides
     */
    record Attestation(
            String type, List<String> issuers, @CheckForNull Period maxAge) implements Check {
        /** Takes a copy of the issuers. */
        public Attestation {
            issuers = List.copyOf(issuers);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.attestation().apply(this);
        }
    }

    /**
     * Somebody approved the build.
     *
     * @param what name of the approval, for instance {@code release}
     * @param approvers who may approve; empty for anybody
     * @param minApprovers how many different people
     */
    record Approval(String what, List<String> approvers, int minApprovers) implements Check {
        /** Takes a copy of the approvers. */
        public Approval {
            approvers = List.copyOf(approvers);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.approval().apply(this);
        }
    }

    /**
     * A fact about the pipeline that the controller observed, for instance {@code agent.on-controller = false}.
     *
     * @param fact name of the fact
     * @param allowed the values that satisfy
     * @param orAttested what somebody may attest where nobody observes the fact; null when only an observation will do
     */
    record PipelineFact(
            String fact, List<String> allowed, @CheckForNull Attestation orAttested) implements Check {
        /** Takes a copy of the values. */
        public PipelineFact {
            allowed = List.copyOf(allowed);
        }

        /** A fact that must be observed. */
        public PipelineFact(String fact, List<String> allowed) {
            this(fact, allowed, null);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.pipelineFact().apply(this);
        }
    }

    /**
     * What may be found.
     *
     * @param max most findings of each severity; a severity that is not named has no bound
     * @param maxCwe most findings of each weakness, or of one of its descendants; a weakness not named has no bound
     * @param newOnly whether only findings that were not in the evidence before count
     */
    record Thresholds(Map<Severity, Integer> max, Map<Integer, Integer> maxCwe, boolean newOnly) {
        /** Anything may be found: it is enough that the scan counts. */
        public static final Thresholds NONE = new Thresholds(Map.of(), Map.of(), false);

        /** Takes copies of the maps, sorted by key. */
        public Thresholds {
            EnumMap<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
            bySeverity.putAll(max);
            max = Collections.unmodifiableMap(bySeverity);
            maxCwe = Collections.unmodifiableSortedMap(new TreeMap<>(maxCwe));
        }
    }
}
