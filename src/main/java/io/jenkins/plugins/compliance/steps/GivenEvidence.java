package io.jenkins.plugins.compliance.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerLayout;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a build asks to record, once it was found to be complete. */
sealed interface GivenEvidence {
    /** The kinds that a build can record. */
    List<String> KINDS = List.of(
            EvidenceKind.TEST.id(),
            EvidenceKind.SBOM.id(),
            EvidenceKind.REPORT.id(),
            EvidenceKind.ATTESTATION.id(),
            EvidenceKind.APPROVAL.id());

    /** What can be stated for which kinds; the kind, a name and a control can be stated for all. */
    Map<String, List<EvidenceKind>> FIELDS = Map.ofEntries(
            Map.entry("files", List.of(EvidenceKind.TEST, EvidenceKind.SBOM, EvidenceKind.REPORT)),
            Map.entry("format", List.of(EvidenceKind.TEST, EvidenceKind.SBOM, EvidenceKind.REPORT)),
            Map.entry("type", List.of(EvidenceKind.ATTESTATION)),
            Map.entry("issuer", List.of(EvidenceKind.ATTESTATION)),
            Map.entry("issued", List.of(EvidenceKind.ATTESTATION)),
            Map.entry("expires", List.of(EvidenceKind.ATTESTATION)),
            Map.entry("statement", List.of(EvidenceKind.ATTESTATION)),
            Map.entry("reference", List.of(EvidenceKind.ATTESTATION)),
            Map.entry("approval", List.of(EvidenceKind.APPROVAL)));

    /** What has to be stated for a kind, unless a control says it. */
    Map<EvidenceKind, List<String>> NEEDED = Map.of(
            EvidenceKind.TEST, List.of("files"),
            EvidenceKind.SBOM, List.of("files"),
            EvidenceKind.REPORT, List.of("files"),
            EvidenceKind.ATTESTATION, List.of("type", "issued", "issuer", "statement"),
            EvidenceKind.APPROVAL, List.of("approval"));

    /** Name of the evidence. */
    String name();

    /** Files of the workspace. */
    record Files(
            EvidenceKind kind, String name, @CheckForNull String format, String pattern) implements GivenEvidence {}

    /** An attestation. */
    record Attestation(String name, Fact.Attestation fact) implements GivenEvidence {}

    /** An approval that somebody gave by passing an input of the build. */
    record Approval(String name, String what) implements GivenEvidence {}

    /**
     * Looks whether it is complete, but for what a control may say.
     *
     * @param said what is stated, by the names of the step's parameters
     * @throws IllegalArgumentException when something is missing, or stated where it means nothing
     */
    static void check(Map<String, String> said) {
        EvidenceKind kind = kind(said);
        FIELDS.forEach((field, kinds) -> {
            if (said.containsKey(field) && !kinds.contains(kind)) {
                throw new IllegalArgumentException(Messages.GivenEvidence_unfit(field, kind.id()));
            }
        });
        boolean control = said.containsKey("control");
        for (String field : NEEDED.getOrDefault(kind, List.of())) {
            boolean fills = field.equals("type") || field.equals("approval");
            if (!said.containsKey(field) && !(control && fills)) {
                throw new IllegalArgumentException(Messages.GivenEvidence_missing(field, kind.id()));
            }
        }
        Arrays.asList("issued", "expires").forEach(field -> {
            if (said.containsKey(field)) {
                day(field, said.get(field));
            }
        });
    }

    /**
     * What is to be recorded.
     *
     * @param said what is stated, by the names of the step's parameters, and what its control says
     * @throws IllegalArgumentException when something is missing, or stated where it means nothing
     */
    static GivenEvidence of(Map<String, String> said) {
        check(said);
        EvidenceKind kind = kind(said);
        String name = said.get("name");
        if (kind == EvidenceKind.ATTESTATION) {
            return attestation(said);
        }
        if (kind == EvidenceKind.APPROVAL) {
            String what = require("approval", said, kind);
            return new Approval(name == null ? "approval" : name, what);
        }
        return new Files(kind, name == null ? kind.id() : name, said.get("format"), require("files", said, kind));
    }

    /** The kind that is stated. */
    static EvidenceKind kind(Map<String, String> said) {
        return EvidenceKind.ofId(requireKind(said.get("kind"))).orElseThrow();
    }

    /** @throws IllegalArgumentException when a build can't record this kind */
    static String requireKind(@CheckForNull String kind) {
        String word = Util.fixNull(kind).trim().toLowerCase(Locale.ROOT);
        if (!KINDS.contains(word)) {
            throw new IllegalArgumentException(Messages.GivenEvidence_unknownKind(word, String.join(", ", KINDS)));
        }
        return word;
    }

    private static GivenEvidence attestation(Map<String, String> said) {
        EvidenceKind kind = EvidenceKind.ATTESTATION;
        String type = require("type", said, kind);
        LocalDate issued = day("issued", require("issued", said, kind));
        String last = said.get("expires");
        LocalDate expires = last == null ? null : day("expires", last);
        if (expires != null && expires.isBefore(issued)) {
            throw new IllegalArgumentException(Messages.GivenEvidence_expiresBeforeIssued(expires, issued));
        }
        Fact.Attestation fact = new Fact.Attestation(
                type,
                require("issuer", said, kind),
                issued,
                expires,
                require("statement", said, kind),
                said.get("reference"));
        String name = said.get("name");
        return new Attestation(name == null ? LedgerLayout.nameFor("attestation", type) : name, fact);
    }

    private static String require(String field, Map<String, String> said, EvidenceKind kind) {
        String value = said.get(field);
        if (value == null) {
            throw new IllegalArgumentException(Messages.GivenEvidence_missing(field, kind.id()));
        }
        return value;
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(Messages.GivenEvidence_noDay(field, text), e);
        }
    }
}
