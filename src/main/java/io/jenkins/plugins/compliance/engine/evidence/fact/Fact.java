package io.jenkins.plugins.compliance.engine.evidence.fact;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was observed, by kind. Raw facts: what they mean for a requirement is judged elsewhere, and can be judged anew. Whoever decides
 * by what a fact is does so by {@link #match}, so that a record that is added does not compile until everybody knows it; who looks for
 * facts of one record, and passes by all others, asks for that one.
 */
public sealed interface Fact {

    /** The kind of evidence that this fact belongs to. */
    EvidenceKind kind();

    /** What the case of its record makes of it. */
    <R> R match(Cases<R> cases);

    /**
     * What to make of a fact, record by record.
     *
     * @param <R> what is made of it
     */
    record Cases<R>(
            Function<Scan, R> scan,
            Function<Document, R> document,
            Function<Attestation, R> attestation,
            Function<Approval, R> approval,
            Function<Pipeline, R> pipeline,
            Function<Plan, R> plan) {}

    /** The records, as statements name them. */
    enum Type {
        /** {@link Fact.Scan}. */
        SCAN,
        /** {@link Fact.Document}. */
        DOCUMENT,
        /** {@link Fact.Attestation}. */
        ATTESTATION,
        /** {@link Fact.Approval}. */
        APPROVAL,
        /** {@link Fact.Pipeline}. */
        PIPELINE,
        /** {@link Fact.Plan}. */
        PLAN;

        private static final Cases<Type> OF = new Cases<>(
                scan -> SCAN,
                document -> DOCUMENT,
                attestation -> ATTESTATION,
                approval -> APPROVAL,
                pipeline -> PIPELINE,
                plan -> PLAN);

        /** Which record a fact is. */
        static Type of(Fact fact) {
            return fact.match(OF);
        }

        /** The type with this {@link #id()}. */
        static Optional<Type> ofId(String id) {
            return Arrays.stream(values()).filter(type -> type.id().equals(id)).findFirst();
        }

        /** The word in statements. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A scan tool ran, or failed to.
     *
     * @param tool id of its definition
     * @param name name that the report gives it; null when there is none
     * @param version its version; null when unknown
     * @param category category of its definition
     * @param definition digest of its definition, {@code sha256:...}
     * @param exitCode exit code
     * @param end how the run ended, in the words of {@code ToolExecution.End}, lower case
     * @param meaning what the exit code means by the definition, lower case
     * @param started when it started
     * @param finished when it ended
     * @param counts whether all signals together say that the run counts
     * @param reasons why it does not count; empty when it does
     * @param part what of the workspace it looked at; null for all of it
     */
    record Scan(
            String tool,
            @CheckForNull String name,
            @CheckForNull String version,
            String category,
            String definition,
            int exitCode,
            String end,
            String meaning,
            Instant started,
            Instant finished,
            boolean counts,
            List<Phrase> reasons,
            @CheckForNull ScannedPart part)
            implements Fact {
        /** Takes a copy of the reasons. */
        public Scan {
            reasons = List.copyOf(reasons);
        }

        /** A scan of the whole workspace. */
        public Scan(
                String tool,
                @CheckForNull String name,
                @CheckForNull String version,
                String category,
                String definition,
                int exitCode,
                String end,
                String meaning,
                Instant started,
                Instant finished,
                boolean counts,
                List<Phrase> reasons) {
            this(
                    tool,
                    name,
                    version,
                    category,
                    definition,
                    exitCode,
                    end,
                    meaning,
                    started,
                    finished,
                    counts,
                    reasons,
                    null);
        }

        /** The scanned directory, relative to the workspace; empty for all of it. */
        public String directory() {
            return part == null ? "" : part.directory();
        }

        @Override
        public EvidenceKind kind() {
            return EvidenceKind.SCAN;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.scan().apply(this);
        }
    }

    /**
     * A report made elsewhere was taken in: a scan report, a bill of materials or test results.
     *
     * @param kind {@link EvidenceKind#REPORT}, {@link EvidenceKind#SBOM} or {@link EvidenceKind#TEST}
     * @param tool name of the tool that the report names; null when none
     * @param version its version; null when unknown
     * @param counts whether all its reports were read whole and their tools state no failure
     * @param reasons why it does not count; empty when it does
     */
    record Document(
            EvidenceKind kind,
            @CheckForNull String tool,
            @CheckForNull String version,
            boolean counts,
            List<Phrase> reasons)
            implements Fact {
        /** Takes a copy of the reasons. */
        public Document {
            reasons = List.copyOf(reasons);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.document().apply(this);
        }
    }

    /**
     * Somebody attested something.
     *
     * @param type kind of attestation, for instance {@code pen-test}
     * @param issuer who says so
     * @param issued day of issue
     * @param expires last day of validity; null when it states none
     * @param statement what is attested, plain text
     * @param reference where the original is to be had; null when not stated
     */
    record Attestation(
            String type,
            String issuer,
            LocalDate issued,
            @CheckForNull LocalDate expires,
            String statement,
            @CheckForNull String reference)
            implements Fact {
        @Override
        public EvidenceKind kind() {
            return EvidenceKind.ATTESTATION;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.attestation().apply(this);
        }
    }

    /**
     * Somebody approved a build.
     *
     * @param what name of the approval, for instance {@code release}
     * @param approver who
     * @param at when
     * @param comment what they said; null when nothing
     */
    record Approval(
            String what,
            String approver,
            Instant at,
            @CheckForNull String comment) implements Fact {
        @Override
        public EvidenceKind kind() {
            return EvidenceKind.APPROVAL;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.approval().apply(this);
        }
    }

    /**
     * Facts about the pipeline.
     *
     * @param facts values by name, for instance {@code agent.on-controller} to {@code false}
     */
    record Pipeline(Map<String, String> facts) implements Fact {
        /** Takes a copy of the facts. */
        public Pipeline {
            facts = Map.copyOf(facts);
        }

        @Override
        public EvidenceKind kind() {
            return EvidenceKind.PIPELINE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.pipeline().apply(this);
        }
    }

    /**
     * What was to be scanned: every configured tool that policy demanded and that had something to look at. Without it, a tool
     * that is absent would leave no trace.
     *
     * @param tools the tools
     */
    record Plan(List<PlannedTool> tools) implements Fact {
        /** Takes a copy of the tools. */
        public Plan {
            tools = List.copyOf(tools);
        }

        @Override
        public EvidenceKind kind() {
            return EvidenceKind.PIPELINE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.plan().apply(this);
        }
    }

    /**
     * A tool of a {@link Plan}.
     *
     * @param tool id of its definition
     * @param category its category
     * @param present whether it was there to be run
     * @param note why it is not; null when it is
     */
    record PlannedTool(
            String tool,
            String category,
            boolean present,
            @CheckForNull Phrase note) {}
}
