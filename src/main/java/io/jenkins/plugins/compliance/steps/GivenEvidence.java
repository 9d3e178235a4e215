package io.jenkins.plugins.compliance.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.engine.evidence.Fact;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/** What a pipeline asks to record, once it was found to be complete. */
sealed interface GivenEvidence {
    /** The kinds that a pipeline can record. */
    List<String> KINDS = List.of(
            EvidenceKind.TEST.id(), EvidenceKind.SBOM.id(), EvidenceKind.REPORT.id(), EvidenceKind.ATTESTATION.id());

    /** Name of the evidence. */
    String name();

    /** Files of the workspace. */
    record Files(
            EvidenceKind kind, String name, @CheckForNull String format, String pattern) implements GivenEvidence {}

    /** An attestation. */
    record Attestation(String name, Fact.Attestation fact) implements GivenEvidence {}

    /** @throws IllegalArgumentException when something is missing, or stated where it means nothing */
    static GivenEvidence of(ComplianceEvidenceStep step) {
        EvidenceKind kind = EvidenceKind.ofId(requireKind(step.getKind())).orElseThrow();
        boolean attests = kind == EvidenceKind.ATTESTATION;
        refuse(attests, kind, "files", step.getFiles());
        refuse(attests, kind, "format", step.getFormat());
        refuse(!attests, kind, "type", step.getType());
        refuse(!attests, kind, "issuer", step.getIssuer());
        refuse(!attests, kind, "issued", step.getIssued());
        refuse(!attests, kind, "expires", step.getExpires());
        refuse(!attests, kind, "statement", step.getStatement());
        refuse(!attests, kind, "reference", step.getReference());
        return attests ? attestation(step) : files(kind, step);
    }

    /** @throws IllegalArgumentException when a pipeline can't record this kind */
    static String requireKind(@CheckForNull String kind) {
        String word = Util.fixNull(kind).trim().toLowerCase(Locale.ROOT);
        if (!KINDS.contains(word)) {
            throw new IllegalArgumentException(Messages.GivenEvidence_unknownKind(word, String.join(", ", KINDS)));
        }
        return word;
    }

    private static GivenEvidence files(EvidenceKind kind, ComplianceEvidenceStep step) {
        String name = step.getName();
        return new Files(
                kind, name == null ? kind.id() : name, step.getFormat(), require("files", step.getFiles(), kind));
    }

    private static GivenEvidence attestation(ComplianceEvidenceStep step) {
        EvidenceKind kind = EvidenceKind.ATTESTATION;
        String type = require("type", step.getType(), kind);
        LocalDate issued = day("issued", require("issued", step.getIssued(), kind));
        String last = step.getExpires();
        LocalDate expires = last == null ? null : day("expires", last);
        if (expires != null && expires.isBefore(issued)) {
            throw new IllegalArgumentException(Messages.GivenEvidence_expiresBeforeIssued(expires, issued));
        }
        Fact.Attestation fact = new Fact.Attestation(
                type,
                require("issuer", step.getIssuer(), kind),
                issued,
                expires,
                require("statement", step.getStatement(), kind),
                step.getReference());
        String name = step.getName();
        return new Attestation(name == null ? "attestation-" + type : name, fact);
    }

    private static String require(String field, @CheckForNull String value, EvidenceKind kind) {
        if (value == null) {
            throw new IllegalArgumentException(Messages.GivenEvidence_missing(field, kind.id()));
        }
        return value;
    }

    private static void refuse(boolean unfit, EvidenceKind kind, String field, @CheckForNull String value) {
        if (unfit && value != null) {
            throw new IllegalArgumentException(Messages.GivenEvidence_unfit(field, kind.id()));
        }
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(Messages.GivenEvidence_noDay(field, text), e);
        }
    }
}
