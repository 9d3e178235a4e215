package io.jenkins.plugins.compliance.engine.evidence.fact;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.BrokenEnvelopeException;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.engine.evidence.StatementMembers;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads facts. The counterpart of {@link FactWriter}. */
public final class FactReader {
    static final String REASONS = "reasons";
    static final String NOTE = "note";
    private static final String REASON_CODES = "reasonCodes";
    private static final String NOTE_CODES = "noteCodes";

    private FactReader() {}

    /**
     * Reads a fact.
     *
     * @param kind the kind that the statement says it is of
     */
    public static Fact read(JsonCursor json, EvidenceKind kind) throws IOException, BrokenEnvelopeException {
        List<Fact.PlannedTool> tools = new ArrayList<>();
        Map<String, String> facts = new TreeMap<>();
        List<ScannedPart> parts = new ArrayList<>();
        List<Optional<Phrase>> codes = new ArrayList<>();
        StatementMembers members = StatementMembers.of(json, "fact", (name, value) -> {
            switch (name) {
                case "tools" -> tools(value, tools);
                case "facts" -> facts.putAll(value.textMembers());
                case "part" -> parts.add(part(value));
                case REASON_CODES -> codes.addAll(RecordedReasons.readCodes(value));
                default -> {
                    return false;
                }
            }
            return true;
        });
        Fact fact = switch (Fact.Type.ofId(members.text("type")).orElseThrow(() -> members.wrong("type"))) {
            case SCAN ->
                scan(members, RecordedReasons.of(members.list(REASONS), codes), parts.isEmpty() ? null : parts.get(0));
            case DOCUMENT -> document(members, RecordedReasons.of(members.list(REASONS), codes), kind);
            case ATTESTATION -> attestation(members);
            case APPROVAL -> approval(members);
            case PIPELINE -> new Fact.Pipeline(facts);
            case PLAN -> new Fact.Plan(tools);
        };
        if (fact.kind() != kind) {
            throw new BrokenEnvelopeException("its kind and its fact do not belong together");
        }
        return fact;
    }

    private static ScannedPart part(JsonCursor json) throws IOException, BrokenEnvelopeException {
        StatementMembers part = StatementMembers.of(json, "fact.part");
        try {
            return new ScannedPart(part.text("directory"), part.integer("files"), part.integer("elsewhere"));
        } catch (IllegalArgumentException e) {
            throw part.wrong("directory");
        }
    }

    private static Fact.Scan scan(StatementMembers members, List<Phrase> reasons, @CheckForNull ScannedPart part)
            throws BrokenEnvelopeException {
        return new Fact.Scan(
                members.text("tool"),
                members.optional("name"),
                members.optional("version"),
                members.text("category"),
                members.text("definition"),
                members.integer("exitCode"),
                members.text("end"),
                members.text("meaning"),
                members.moment("started"),
                members.moment("finished"),
                members.truth("counts"),
                reasons,
                part);
    }

    private static Fact.Document document(StatementMembers members, List<Phrase> reasons, EvidenceKind kind)
            throws BrokenEnvelopeException {
        if (!kind.isDocument()) {
            throw new BrokenEnvelopeException("its kind and its fact do not belong together");
        }
        return new Fact.Document(
                kind, members.optional("tool"), members.optional("version"), members.truth("counts"), reasons);
    }

    private static Fact.Attestation attestation(StatementMembers members) throws BrokenEnvelopeException {
        return new Fact.Attestation(
                members.text("attestation"),
                members.text("issuer"),
                members.parsed("issued", LocalDate::parse),
                members.optional("expires") == null ? null : members.parsed("expires", LocalDate::parse),
                members.text("statement"),
                members.optional("reference"));
    }

    private static Fact.Approval approval(StatementMembers members) throws BrokenEnvelopeException {
        return new Fact.Approval(
                members.text("what"), members.text("approver"), members.moment("at"), members.optional("comment"));
    }

    private static void tools(JsonCursor json, List<Fact.PlannedTool> tools)
            throws IOException, BrokenEnvelopeException {
        if (json.beginArray()) {
            while (json.nextElement()) {
                List<Optional<Phrase>> codes = new ArrayList<>();
                StatementMembers tool = StatementMembers.of(json, "fact.tools", (name, value) -> {
                    boolean isCodes = name.equals(NOTE_CODES);
                    if (isCodes) {
                        codes.addAll(RecordedReasons.readCodes(value));
                    }
                    return isCodes;
                });
                tools.add(new Fact.PlannedTool(
                        tool.text("tool"),
                        tool.text("category"),
                        tool.truth("present"),
                        RecordedReasons.of(tool.optional(NOTE), codes)));
            }
        }
    }
}
